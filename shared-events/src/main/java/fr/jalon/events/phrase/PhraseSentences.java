package fr.jalon.events.phrase;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The sentences of this package in one language. */
final class PhraseSentences {
    private static final PhraseSentences FRENCH = new PhraseSentences(Language.FRENCH);
    private static final PhraseSentences ENGLISH = new PhraseSentences(Language.ENGLISH);
    private static final int SHOWN = 80;

    private final Language language;
    private final ResourceBundle patterns;

    private PhraseSentences(Language language) {
        this.language = language;
        this.patterns = ResourceBundle.getBundle(
                "fr.jalon.events.phrase.phrases",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static PhraseSentences in(Language language) {
        return switch (language) {
            case FRENCH -> FRENCH;
            case ENGLISH -> ENGLISH;
        };
    }

    String say(String key, Object... given) {
        return new MessageFormat(patterns.getString(key), language.locale()).format(given);
    }

    /** As much of a text as a sentence can quote. */
    static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
