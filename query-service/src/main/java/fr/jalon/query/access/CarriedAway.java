package fr.jalon.query.access;

import fr.jalon.events.entry.Code;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was written down. */
@Schema(name = "CarriedAway", description = "What the access record now tells of the account that asks")
record CarriedAway(
        @Schema(description = "What the file is made of", example = "history")
        What what,

        @Schema(description = "Of which territory; null of all", example = "lille") @Nullable
        String territory) {
    /** The answers of which files are made elsewhere; exports and packs are written down by themselves. */
    enum What implements Code {
        HISTORY,
        AGENDA,
        DIFFERENCE,
        DRAWING
    }
}
