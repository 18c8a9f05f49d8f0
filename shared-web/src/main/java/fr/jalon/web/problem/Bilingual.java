package fr.jalon.web.problem;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** One sentence in both languages of the register. */
@Schema(description = "One text in both languages of the register")
public record Bilingual(
        @Schema(description = "In French") String fr,
        @Schema(description = "In English") String en) {
    /** In the reader's language; French where it is neither. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : fr;
    }
}
