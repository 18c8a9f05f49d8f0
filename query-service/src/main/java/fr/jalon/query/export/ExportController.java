package fr.jalon.query.export;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.query.asked.AsOfParameter;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.Freshness;
import fr.jalon.query.asked.KnownAtParameter;
import fr.jalon.query.asked.MinPositionParameter;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.Pinning;
import fr.jalon.query.asked.Place;
import fr.jalon.query.asked.Questions;
import fr.jalon.readmodel.question.Extent;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.Known;
import fr.jalon.readmodel.question.States;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.share.Shares;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is so, what was recorded and what is funded, as files to carry away. */
@RestController
@Tag(name = "Exports")
@RequestMapping("/api/v1")
public final class ExportController {
    private static final String ALL = "territoires";
    private static final int RETRY_SECONDS = 5;

    private final Questions questions;
    private final Axes axes;
    private final Pinning pinning;
    private final States states;
    private final History history;
    private final ExportFiles files;
    private final SecurityLog log;
    private final Shares shares;

    ExportController(
            Questions questions,
            Axes axes,
            Pinning pinning,
            States states,
            History history,
            ExportFiles files,
            SecurityLog log,
            @Value("${jalon.exports.at-once:8}") int atOnce,
            @Value("${jalon.exports.per-account:4}") int perAccount) {
        this.questions = questions;
        this.axes = axes;
        this.pinning = pinning;
        this.states = states;
        this.history = history;
        this.files = files;
        this.log = log;
        this.shares = new Shares(atOnce, perAccount, RETRY_SECONDS, Problems.unavailable(RETRY_SECONDS));
    }

    @GetMapping("/territories/{territory}/export/{file}")
    @AnswersFile
    @MayAnswer({
        ProblemCode.UNKNOWN_TERRITORY,
        ProblemCode.UNKNOWN_EXPORT,
        ProblemCode.PROJECTION_BEHIND,
        ProblemCode.CELL_TOO_LONG
    })
    @Operation(
            operationId = "exportOne",
            summary = "A territory's state, history or fundings as a file, or its entries as lines")
    void one(
            @PathVariable String territory,
            @PathVariable @ExportedFile String file,
            @RequestParam(required = false) @ExportFormat @Nullable String format,
            @RequestParam(required = false) @ByteOrderMark @Nullable String bom,
            @RequestParam(required = false) @AsOfParameter @Nullable String asOf,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestParam(required = false) @MinPositionParameter @Nullable String minPosition,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        ExportRequest request = ExportRequest.of(file, format, accept, bom);
        KnownAt asked = axes.knownAt("knownAt", knownAt);
        AsOf day = day(request, asOf);
        ExportFiles.Wanted wanted = questions.answer("export", () -> {
            questions.await(territory, axes.position("minPosition", minPosition));
            Known known = states.known(territory, asked)
                    .orElseThrow(() -> Problems.unknownTerritory(territory).asException());
            Place place = pinning.place(territory, asked, known);
            Permalink link = Permalink.to("territories", territory, "export", request.file());
            return wanted(
                    new Question(request, day, asOf != null, territory),
                    List.of(new Extent(territory, known.position())),
                    place.holds(),
                    link.with("knownAt", place.pin()));
        });
        send(wanted, seen, actor, response);
    }

    @GetMapping("/export/{file}")
    @AnswersFile
    @MayAnswer({ProblemCode.UNKNOWN_EXPORT, ProblemCode.CELL_TOO_LONG})
    @Operation(operationId = "exportAll", summary = "The same of every territory that was open then, in one file")
    void all(
            @PathVariable @ExportedFile String file,
            @RequestParam(required = false) @ExportFormat @Nullable String format,
            @RequestParam(required = false) @ByteOrderMark @Nullable String bom,
            @RequestParam(required = false) @AsOfParameter @Nullable String asOf,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        ExportRequest request = ExportRequest.of(file, format, accept, bom);
        KnownAt asked = axes.knownAtAnInstant("knownAt", knownAt);
        AsOf day = day(request, asOf);
        ExportFiles.Wanted wanted = questions.answer("export", () -> {
            KnownAt read = pinning.readingAll(asked);
            boolean holds = pinning.holdsForAll(read);
            Permalink link = Permalink.to("export", request.file()).with("knownAt", Axes.text(read, Instant.EPOCH));
            return wanted(
                    new Question(request, day, asOf != null, ALL),
                    history.extents(read),
                    knownAt != null && holds,
                    holds ? link : null);
        });
        send(wanted, seen, actor, response);
    }

    private void send(ExportFiles.Wanted wanted, @Nullable String seen, Actor actor, HttpServletResponse response)
            throws IOException {
        try (Shares.Held _ = shares.take(actor)) {
            if (files.send(wanted, seen, response)) {
                log.exported(actor, wanted.wish().what().fileName(), wanted.whose());
            }
        }
    }

    /** What was asked, beside the place on the recorded axis. */
    private record Question(ExportRequest request, AsOf day, boolean dayIsGiven, String whose) {}

    private AsOf day(ExportRequest request, @Nullable String asOf) {
        if (!request.what().isOfADay()) {
            ExportRequest.refuse("asOf", asOf);
        }
        return axes.asOf("asOf", asOf);
    }

    private static ExportFiles.Wanted wanted(
            Question question, List<Extent> extents, boolean pinned, @Nullable Permalink link) {
        ExportRequest request = question.request;
        boolean isOfADay = request.what().isOfADay();
        Wish wish = new Wish(request.what(), request.format(), request.bom(), question.day, extents);
        Freshness freshness = Freshness.of(tag(wish), question.day, question.dayIsGiven || !isOfADay, pinned);
        // Workbooks say when they were made: the same link gives the same cells, and other bytes.
        if (link != null && request.format().isAlwaysTheSame()) {
            freshness = freshness.citedBy(
                    link.with("asOf", isOfADay ? question.day : null).with("bom", request.bom() ? true : null));
        }
        return new ExportFiles.Wanted(wish, question.whose, request.negotiated(), freshness);
    }

    /** Up to where it is read and in which form; the day is added by who knows whether it was given. */
    private static String tag(Wish wish) {
        UUID extents = UUID.nameUUIDFromBytes(wish.extents().toString().getBytes(StandardCharsets.UTF_8));
        return extents + "." + wish.format().extension();
    }
}
