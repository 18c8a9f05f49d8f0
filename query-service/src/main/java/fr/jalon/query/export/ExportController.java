package fr.jalon.query.export;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Sight;
import fr.jalon.events.language.Language;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.AskedOfAll;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.CitedInstant;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.funder.Funders;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.Places;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
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
import java.util.List;
import java.util.Locale;
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
    private final Places places;
    private final Funders funders;
    private final ExportFiles files;
    private final SecurityLog log;
    private final Shares shares;

    ExportController(
            Questions questions,
            Places places,
            Funders funders,
            ExportFiles files,
            SecurityLog log,
            @Value("${jalon.exports.at-once:8}") int atOnce,
            @Value("${jalon.exports.per-account:4}") int perAccount) {
        this.questions = questions;
        this.places = places;
        this.funders = funders;
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
            AskedDay day,
            Asked asked,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        ExportRequest request = ExportRequest.of(file, format, accept, bom);
        requireDayHeeded(request, day);
        ExportFiles.Wanted wanted = questions.answer("export", () -> {
            CitedPlace place = asked.place(territory);
            Permalink link = Permalink.to("territories", territory, "export", request.file());
            return wanted(
                    new Question(request, day, territory, null, asked.sight(), Language.of(locale)),
                    List.of(place.known()),
                    place.holds(),
                    link.with("knownAt", place.pin()));
        });
        send(wanted, asked.seen(), actor, response);
    }

    @GetMapping("/export/{file}")
    @AnswersFile
    @MayAnswer({ProblemCode.UNKNOWN_EXPORT, ProblemCode.CELL_TOO_LONG})
    @Operation(operationId = "exportAll", summary = "The same of every territory that was open then, in one file")
    void all(
            @PathVariable @ExportedFile String file,
            @RequestParam(required = false) @ExportFormat @Nullable String format,
            @RequestParam(required = false) @ByteOrderMark @Nullable String bom,
            AskedDay day,
            AskedOfAll asked,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        ExportRequest request = ExportRequest.of(file, format, accept, bom);
        requireDayHeeded(request, day);
        ExportFiles.Wanted wanted = questions.answer("export", () -> {
            CitedInstant instant = asked.instant();
            Permalink link = Permalink.to("export", request.file()).with("knownAt", instant.text());
            return wanted(
                    new Question(request, day, ALL, null, asked.sight(), Language.of(locale)),
                    places.all(instant.knownAt()),
                    instant.isPinned(),
                    instant.holds() ? link : null);
        });
        send(wanted, asked.seen(), actor, response);
    }

    @GetMapping("/funders/{organisation}/export")
    @Needs(Right.AUDIT)
    @AnswersFile
    @MayAnswer({ProblemCode.UNKNOWN_FUNDER, ProblemCode.CELL_TOO_LONG})
    @Operation(operationId = "exportFunder", summary = "What a funder gives, over all territories, a row each")
    void funder(
            @PathVariable String organisation,
            @RequestParam(required = false) @ExportFormat @Nullable String format,
            @RequestParam(required = false) @ByteOrderMark @Nullable String bom,
            AskedDay day,
            AskedOfAll asked,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        ExportRequest request = ExportRequest.of(Exported.FUNDING.fileName(), format, accept, bom);
        ExportFiles.Wanted wanted = questions.answer("export", () -> {
            funders.require(organisation);
            CitedInstant instant = asked.instant();
            Permalink link = Permalink.to("funders", organisation, "export")
                    .with("format", request.format().extension())
                    .with("knownAt", instant.text());
            return wanted(
                    new Question(request, day, organisation, organisation, asked.sight(), Language.of(locale)),
                    places.all(instant.knownAt()),
                    instant.isPinned(),
                    instant.holds() ? link : null);
        });
        send(wanted, asked.seen(), actor, response);
    }

    private void send(ExportFiles.Wanted wanted, @Nullable String seen, Actor actor, HttpServletResponse response)
            throws IOException {
        try (Shares.Held _ = shares.take(actor)) {
            files.send(
                    wanted,
                    seen,
                    response,
                    () -> log.exported(actor, wanted.wish().what().fileName(), wanted.whose()));
        }
    }

    /** What was asked, beside the place on the recorded axis. */
    private record Question(
            ExportRequest request,
            AskedDay day,
            String whose,
            @Nullable String funder,
            Sight sight,
            Language language) {}

    private static void requireDayHeeded(ExportRequest request, AskedDay day) {
        if (day.isGiven() && !request.what().isOfADay()) {
            throw ParameterForm.LEFT_OUT.missedBy("asOf").asException();
        }
    }

    private ExportFiles.Wanted wanted(
            Question question, List<Knowledge> registers, boolean pinned, @Nullable Permalink link) {
        ExportRequest request = question.request;
        AsOf asOf = question.day.asOf();
        boolean isOfADay = request.what().isOfADay();
        Wish wish = new Wish(
                request.what(),
                request.format(),
                request.bom(),
                asOf,
                registers,
                question.funder,
                question.sight,
                question.language);
        AskedDay day = isOfADay ? question.day : new AskedDay(asOf, true);
        CacheableAnswer answer = CacheableAnswer.of(tag(wish), day, pinned).forReader(questions.mark());
        // Workbooks say when they were made, or are packed: the same link gives the same cells, and other bytes.
        if (link != null && request.format().isAlwaysTheSame()) {
            answer = answer.citedBy(link.with("asOf", isOfADay ? asOf : null).with("bom", request.bom() ? true : null));
        }
        return new ExportFiles.Wanted(wish, question.whose, request.negotiated(), answer);
    }

    /** Up to where it is read, in which form and which columns; the day is added by who knows whether it was given. */
    private static String tag(Wish wish) {
        // As tags were made first: a reader who keeps an answer is not sent it again for our renaming a type.
        List<String> extents = wish.registers().stream()
                .map(known -> "Extent[territory=%s, position=%d]".formatted(known.territory(), known.position()))
                .toList();
        String extent = UUID.nameUUIDFromBytes(extents.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + wish.format().extension();
        // What is cited by its digest stays as it is; a workbook may get other columns.
        String layout = wish.format().isWorkbook() ? "." + ExportColumns.layout(wish.what()) : "";
        String language = wish.isSpoken() ? "." + wish.language().locale().getLanguage() : "";
        return extent + layout + language + wish.sight().mark();
    }
}
