package fr.jalon.web.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** Sentences by code, from a pair of property files: {@code <name>_fr.properties} and {@code <name>_en.properties}. */
public final class Sentences {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle french;
    private final ResourceBundle english;

    private Sentences(ResourceBundle french, ResourceBundle english) {
        this.french = french;
        this.english = english;
    }

    /** The sentences of this name in the package of {@code owner}. */
    public static Sentences of(Class<?> owner, String name) {
        String bundle = owner.getPackageName() + "." + name;
        return new Sentences(
                ResourceBundle.getBundle(bundle, Locale.FRENCH, owner.getClassLoader(), EXACT),
                ResourceBundle.getBundle(bundle, Locale.ENGLISH, owner.getClassLoader(), EXACT));
    }

    /** The sentence of this code, filled in; every code has one, a test sees to it. */
    public Bilingual say(String code, Object... given) {
        return new Bilingual(
                new MessageFormat(french.getString(code), Locale.FRENCH).format(given),
                new MessageFormat(english.getString(code), Locale.ENGLISH).format(given));
    }

    /** The codes with a French sentence. */
    public Set<String> french() {
        return french.keySet();
    }

    /** The codes with an English sentence. */
    public Set<String> english() {
        return english.keySet();
    }
}
