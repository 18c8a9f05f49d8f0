package fr.jalon.query.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fr.jalon.events.entry.Slug;
import fr.jalon.people.Redactions.Wanted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those that are to be redacted again: the answer that was kept, as it is. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "RedactedTexts", description = "Texts that were redacted before, as GET /redactions told them")
record RedactedTexts(
        @Schema(description = "The texts", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<@Nullable RedactedText> redactions) {
    /** One of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "RedactedText", description = "A text that was redacted before")
    record RedactedText(
            @Schema(description = "The territory's id", example = "lille", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String territory,

            @Schema(description = "The id of the entry it stands in", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            UUID entryId,

            @Schema(
                    description = "Where in the entry (JSON pointer)",
                    example = "/note",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String pointer,

            @Schema(
                    description = "Why it was redacted",
                    example = "Names somebody who takes part, file 18",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason) {
        @Nullable
        Wanted wanted() {
            return territory == null
                            || !Slug.isSlug(territory)
                            || entryId == null
                            || pointer == null
                            || reason == null
                            || reason.isBlank()
                            || reason.length() > Reason.LONGEST
                    ? null
                    : new Wanted(territory, entryId, pointer, reason);
        }
    }
}
