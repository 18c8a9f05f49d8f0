package fr.jalon.query.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Every redaction, to be kept elsewhere and sent again should an older back-up bring the texts back. */
@Schema(name = "Redactions", description = "Every redaction, to be kept elsewhere and sent again after a restore")
record RedactionsAnswer(
        @Schema(description = "The latest first") List<RedactionAnswer> redactions) {}
