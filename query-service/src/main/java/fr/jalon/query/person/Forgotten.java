package fr.jalon.query.person;

import io.swagger.v3.oas.annotations.media.Schema;

/** What came of forgetting anew. */
@Schema(name = "Forgotten", description = "What came of forgetting anew")
record Forgotten(
        @Schema(description = "How many had a name again, and have none any more", example = "2")
        long forgotten) {}
