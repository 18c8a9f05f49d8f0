package fr.jalon.web.recording;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is still being written of meetings of a territory. */
@Schema(name = "Drafts", description = "What is still being written of meetings of a territory")
public record DraftsAnswer(
        @Schema(description = DraftForm.TERRITORY, example = "lille")
        String territory,

        @Schema(description = "The drafts, the last touched first")
        List<Listed> drafts) {
    /** A draft without what it holds. */
    @Schema(name = "ListedDraft", description = "A draft without what it holds")
    public record Listed(
            @Schema(description = DraftForm.ID) UUID id,

            @Schema(description = DraftForm.TITLE, example = DraftForm.COPIL)
            String title,

            @Schema(description = "How many entries it holds", minimum = "0", example = "4")
            int entries,

            @Schema(description = DraftForm.TOUCHED_BY, example = "coordinator-lille")
            String touchedBy,

            @Schema(description = DraftForm.TOUCHED_AT) Instant touchedAt,

            @Schema(description = DraftForm.VERSION, minimum = "1", example = "3")
            long version) {}

    public static DraftsAnswer of(String territory, List<DraftAnswer> drafts) {
        return new DraftsAnswer(
                territory,
                drafts.stream()
                        .map(draft -> new Listed(
                                draft.id(),
                                draft.title(),
                                draft.entries().size(),
                                draft.touchedBy(),
                                draft.touchedAt(),
                                draft.version()))
                        .toList());
    }
}
