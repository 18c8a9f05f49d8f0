package fr.jalon.web.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is still being written of a meeting (<i>séance</i>), to be recorded later, by whoever may record there. */
@Schema(name = "Draft", description = "What is still being written of a meeting, to be recorded later")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftAnswer(
        @Schema(description = DraftForm.ID) UUID id,

        @Schema(description = DraftForm.TERRITORY, example = "lille")
        String territory,

        @Schema(description = DraftForm.TITLE, example = DraftForm.COPIL)
        String title,

        @Schema(description = DraftForm.SOURCE) @Nullable ObjectNode source,
        @Schema(description = DraftForm.ENTRIES) List<ObjectNode> entries,

        @Schema(description = DraftForm.TOUCHED_BY, example = "coordinator-lille")
        String touchedBy,

        @Schema(description = DraftForm.TOUCHED_AT) Instant touchedAt,

        @Schema(description = DraftForm.VERSION, minimum = "1", example = "3")
        long version) {}
