package fr.jalon.events.language;

import java.util.Arrays;

/** What stands, in the reader's language, in the place of a name or a text that they are not shown. */
public enum Withheld {
    /** Of a person who was erased. */
    ERASED_NAME("erased-name"),
    /** A text that was redacted. */
    REDACTED_TEXT("redacted-text");

    private final String key;

    Withheld(String key) {
        this.key = key;
    }

    public String in(Language language) {
        return Sentences.of(Withheld.class, "withheld", language).words(key);
    }

    /** Whether somebody who was shown it repeats it, in whichever language. */
    public boolean isSaidBy(String text) {
        return Arrays.stream(Language.values()).anyMatch(language -> text.equals(in(language)));
    }
}
