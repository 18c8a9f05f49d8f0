package fr.jalon.web.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last line of an answer to a table: an answer without it broke off. */
@Schema(description = "The last line of an answer to a table; an answer without it broke off")
public record SummaryLine(
        @Schema(description = "What became of the table") Summary summary) {
    /** What became of a table. */
    @Schema(name = "TableSummary", description = "What became of a table")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            @Schema(description = "How many rows have a result", example = "12")
            long rows,

            @Schema(description = "How many of them have each status")
            Map<String, Long> counts,

            @Schema(description = "Whether all of the table was read")
            boolean complete,

            @Schema(description = "The first sheet that had rows, of a workbook", example = "Sheet1") @Nullable
            String sheet,

            @Schema(description = "The sheets that had rows, where they are several") @Nullable
            List<String> sheets,

            @Schema(description = "The sheets that are no tables of entries, of a workbook") @Nullable
            List<String> otherSheets) {}
}
