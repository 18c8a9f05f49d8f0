package fr.jalon.web.recording;

import io.swagger.v3.oas.annotations.media.Schema;

/** Words of a text that are probably somebody's name. */
@Schema(
        name = "NameHint",
        description = "Words that are probably a person's name, in a text that is kept as it is written: an erasure"
                + " does not reach it. A hint and no refusal")
public record NameHint(
        @Schema(description = "The field (RFC 6901)", example = "/note")
        String pointer,

        @Schema(description = "The words", example = "Mme Durand")
        String words) {}
