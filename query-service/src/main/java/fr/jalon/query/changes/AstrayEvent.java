package fr.jalon.query.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.web.problem.Bilingual;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The data of an event said first to a reader whose id this log does not have. */
@Schema(description = "The data of beyond-head and log-put-back: this log does not have the id that was asked for")
record AstrayEvent(
        @Schema(description = "Which of the two it is; only of a plain event, which has no name")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String type,

        @Schema(description = "The id that was given", example = "57.1f3a9c0d12ab34cd")
        String asked,

        @Schema(description = "The id of the log's last entry, after which the stream goes on", example = "41")
        String head,

        @Schema(description = "What that means, in the reader's language")
        String detail,

        @Schema(description = "The same in both languages") Bilingual details) {
    static AstrayEvent of(@Nullable String type, ChangeId asked, ChangeId head, Bilingual detail, Locale locale) {
        return new AstrayEvent(type, asked.toString(), head.toString(), detail.in(locale), detail);
    }
}
