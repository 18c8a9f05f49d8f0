package fr.jalon.query.access;

import fr.jalon.query.asked.Cursor;
import fr.jalon.web.access.AccessKind;
import fr.jalon.web.access.AccessPages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the access record. */
@Schema(name = "AccessRecord", description = "Who came in, was refused, carried away what: the latest first")
record AccessAnswer(
        @Schema(description = "What was written down") List<Line> accesses,

        @Schema(description = "What to send as the next page's after; null on the last", example = "YWZ0ZXI6MTAw")
        @Nullable
        String next) {
    /** The first of these, as many as are wanted; one more tells that there is a next page. */
    static AccessAnswer of(List<AccessPages.Row> rows, int most) {
        List<AccessPages.Row> shown = rows.subList(0, Math.min(most, rows.size()));
        return new AccessAnswer(
                shown.stream().map(Line::of).toList(),
                rows.size() > most ? Cursor.after(shown.getLast().number()) : null);
    }

    /** One of them. */
    @Schema(name = "Access", description = "One access: never what was seen, nor what somebody typed")
    record Line(
            @Schema(description = "Its number; those of a later access are greater", example = "71")
            long number,

            @Schema(description = "When, by the database's clock", example = "2026-01-15T11:00:00Z")
            Instant at,

            @Schema(description = "What it was", example = "carried-away")
            AccessKind kind,

            @Schema(
                    description = "Whose account; the database's role where an account was changed; null for nobody's",
                    example = "auditor")
            @Nullable
            String account,

            @Schema(description = "The account's role then, with what it is for", example = "coordinator/lille")
            @Nullable
            String role,

            @Schema(description = "What was asked: a method and a route, or what was carried away", example = "replay")
            @Nullable
            String operation,

            @Schema(description = "Whose register, which organisation or account", example = "lille") @Nullable
            String about,

            @Schema(description = "The code of the refusal", example = "forbidden") @Nullable
            String code,

            @Schema(description = "The network address it came from", example = "192.0.2.7") @Nullable
            String address,

            @Schema(description = "The request's X-Request-Id", example = "c0de5a8e-0a6b-4f5d-9d4e-0a9d2c1b7f10")
            @Nullable
            String request,

            @Schema(description = "How many of the same were left out before it: they came too often", example = "0")
            long leftOut) {
        private static Line of(AccessPages.Row row) {
            var access = row.access();
            return new Line(
                    row.number(),
                    row.at(),
                    access.kind(),
                    access.account(),
                    access.role(),
                    access.operation(),
                    access.about(),
                    access.code(),
                    access.origin().address(),
                    access.origin().request(),
                    access.leftOut());
        }
    }
}
