package fr.jalon.query.access;

import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.Cursor;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.web.access.AccessKind;
import fr.jalon.web.access.AccessPages;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who looked: for the national team and auditors. */
@RestController
@Tag(name = "Audit")
public final class AccessController {
    private static final int DEFAULT_LIMIT = 100;

    private final Questions questions;
    private final Axes axes;
    private final AccessPages pages;

    AccessController(Questions questions, Axes axes, AccessPages pages) {
        this.questions = questions;
        this.axes = axes;
        this.pages = pages;
    }

    @GetMapping(path = "/api/v1/access", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(
            operationId = "accessRecord",
            summary = "Who came in, who was refused, what was carried away, the latest first, a page at a time")
    @ApiResponse(responseCode = "200", description = "The page; it is never kept by caches")
    ResponseEntity<AccessAnswer> page(
            @RequestParam(required = false) @Parameter(description = "Of this account alone") @Nullable String account,
            @RequestParam(required = false)
                    @Parameter(description = "Of this kind alone", schema = @Schema(implementation = AccessKind.class))
                    @Nullable
                    String kind,
            @RequestParam(required = false) @Parameter(description = "First day, in Paris") @Nullable String from,
            @RequestParam(required = false) @Parameter(description = "Last day, in Paris") @Nullable String to,
            @RequestParam(required = false) @Parameter(description = "1 to 1000; 100 if left out") @Nullable
                    String limit,
            @RequestParam(required = false) @Parameter(description = "The previous page's next") @Nullable
                    String after) {
        return questions.answer("access-record", () -> {
            int most = Cursor.limit(limit, DEFAULT_LIMIT);
            long shown = Cursor.position("after", after);
            AccessPages.Selection selection = new AccessPages.Selection(
                    shown == 0 ? Long.MAX_VALUE : shown,
                    account,
                    kind == null ? null : QueryProblems.among("kind", kind, List.of(AccessKind.values())),
                    axes.from("from", from),
                    axes.to("to", to),
                    most + 1);
            return Unkept.answer(AccessAnswer.of(pages.page(selection), most));
        });
    }
}
