package fr.jalon.query.person;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which text of an entry is to be redacted, and why. */
@Schema(name = "RedactionWish", description = "Which text of an entry is to be redacted, and why")
record RedactionWish(
        @Schema(
                description = "Where it stands in the entry as it was recorded (JSON pointer)",
                example = "/note",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String pointer,

        @Schema(
                description = "Why; it does not repeat what the text says, and stays",
                example = "Names somebody who takes part, file 18",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String reason) {}
