package fr.jalon.web.problem;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import java.util.Set;
import java.util.function.Function;

/** Sentences by code, each said in both languages. */
public final class SentencePair {
    private final Sentences french;
    private final Sentences english;

    private SentencePair(Sentences french, Sentences english) {
        this.french = french;
        this.english = english;
    }

    /** The sentences of this name in the package of {@code owner}. */
    public static SentencePair of(Class<?> owner, String name) {
        return new SentencePair(
                Sentences.of(owner, name, Language.FRENCH), Sentences.of(owner, name, Language.ENGLISH));
    }

    /** The sentence of this code, filled in; every code has one, a test sees to it. */
    public Bilingual say(String code, Object... given) {
        return new Bilingual(french.say(code, given), english.say(code, given));
    }

    /** The same, where what fills it in is said in each language too. */
    public Bilingual say(String code, Function<Language, Object[]> given) {
        return new Bilingual(
                french.say(code, given.apply(Language.FRENCH)), english.say(code, given.apply(Language.ENGLISH)));
    }

    /** The codes with a French sentence. */
    public Set<String> french() {
        return french.keys();
    }

    /** The codes with an English sentence. */
    public Set<String> english() {
        return english.keys();
    }
}
