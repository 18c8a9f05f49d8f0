package fr.jalon.query.upkeep;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;

/** What is still set aside after a retry. */
@Schema(description = "The entries that could not be taken in")
record ParkedEntries(
        @Schema(description = "How many they are", example = "0")
        long entries,

        @Schema(description = "The territories they are of, whose later entries wait")
        Collection<String> territories) {}
