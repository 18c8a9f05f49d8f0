package fr.jalon.events.language;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Sentences and words by key in one language, from a pair of property files: {@code <name>_fr.properties} and
 * {@code <name>_en.properties}.
 */
public final class Sentences {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final ResourceBundle patterns;

    private Sentences(Language language, ResourceBundle patterns) {
        this.language = language;
        this.patterns = patterns;
    }

    /** Those of this name in the package of {@code owner}. */
    public static Sentences of(Class<?> owner, String name, Language language) {
        String bundle = owner.getPackageName() + "." + name;
        return new Sentences(
                language, ResourceBundle.getBundle(bundle, language.locale(), owner.getClassLoader(), EXACT));
    }

    /** A sentence filled in, as {@link MessageFormat} reads it; every key has one, tests see to it. */
    public String say(String key, Object... given) {
        return new MessageFormat(patterns.getString(key), language.locale()).format(given);
    }

    /** Words that nothing is filled into, as they stand. */
    public String words(String key) {
        return patterns.getString(key);
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public Set<String> keys() {
        return patterns.keySet();
    }
}
