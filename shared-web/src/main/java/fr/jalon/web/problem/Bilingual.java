package fr.jalon.web.problem;

import java.util.Locale;

/** One sentence in both languages of the register. */
public record Bilingual(String fr, String en) {
    /** In the reader's language; French where it is neither. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : fr;
    }
}
