package fr.jalon.events.language;

import java.util.Locale;

/**
 * The reader's language: it decides how dates are said back and which number of 03/04/2023 is the day. Words of both
 * languages are understood in either.
 */
public enum Language {
    FRENCH(Locale.FRENCH),
    ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** French, or English for any other. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    public Locale locale() {
        return locale;
    }
}
