package fr.jalon.answers;

import io.swagger.v3.oas.annotations.media.Schema;

/** One sentence in both languages of the register. */
@Schema(description = "The same in words, in both languages of the register")
public record Sentence(
        @Schema(description = "In French", example = "Le 1ᵉʳ mars 2023, commence : programme CVG.")
        String fr,

        @Schema(description = "In English", example = "On 1 March 2023, begins: programme CVG.")
        String en) {}
