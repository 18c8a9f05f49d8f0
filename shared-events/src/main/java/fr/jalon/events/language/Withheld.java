package fr.jalon.events.language;

import java.util.Arrays;

/** What stands, in the reader's language, in the place of a name or a text that they are not shown. */
public enum Withheld {
    /** Of a person who was erased. */
    ERASED_NAME("erased-name"),
    /** Of a person whose name only the national team reads, until that is lifted. */
    LIMITED_NAME("limited-name"),
    /** A text that was redacted. */
    REDACTED_TEXT("redacted-text");

    private final String french;
    private final String english;

    Withheld(String key) {
        this.french = Sentences.of(Withheld.class, "withheld", Language.FRENCH).words(key);
        this.english =
                Sentences.of(Withheld.class, "withheld", Language.ENGLISH).words(key);
    }

    public String in(Language language) {
        return switch (language) {
            case FRENCH -> french;
            case ENGLISH -> english;
        };
    }

    /** Whether a text is one of these, in whichever language. */
    public static boolean isAnySaidBy(String text) {
        return Arrays.stream(values()).anyMatch(each -> each.isSaidBy(text));
    }

    /** Whether somebody who was shown it repeats it, in whichever language. */
    public boolean isSaidBy(String text) {
        return text.equals(french) || text.equals(english);
    }
}
