package fr.jalon.query.funder;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.query.asked.AsOfParameter;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.Freshness;
import fr.jalon.query.asked.KnownAtParameter;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.Pinning;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.Portfolios;
import fr.jalon.readmodel.question.Progress;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a funder gives, over all territories. */
@RestController
@Tag(name = "Reading")
public final class FundersController {
    private final Questions questions;
    private final Axes axes;
    private final Pinning pinning;
    private final Portfolios portfolios;
    private final Progress progress;

    FundersController(Questions questions, Axes axes, Pinning pinning, Portfolios portfolios, Progress progress) {
        this.questions = questions;
        this.axes = axes;
        this.pinning = pinning;
        this.portfolios = portfolios;
        this.progress = progress;
    }

    @GetMapping("/api/v1/funders/{organisation}")
    @AnswersJson(Portfolio.class)
    @MayAnswer(ProblemCode.UNKNOWN_FUNDER)
    @Operation(operationId = "funder", summary = "A funder's portfolio, over all territories")
    ResponseEntity<byte[]> portfolio(
            @PathVariable String organisation,
            @RequestParam(required = false) @AsOfParameter @Nullable String asOf,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
        return questions.answer("funder", () -> {
            AsOf day = axes.asOf("asOf", asOf);
            KnownAt asked = axes.knownAtAnInstant("knownAt", knownAt);
            String tag = progress.tag();
            KnownAt read = pinning.readingAll(asked);
            boolean holds = pinning.holdsForAll(read);
            if (!portfolios.isFunder(organisation)) {
                throw QueryProblems.unknownFunder(organisation).asException();
            }
            return Freshness.of(tag, day, asOf != null, knownAt != null && holds)
                    .citedBy(holds ? link(organisation, day, read) : null)
                    .answer(seen, () -> portfolio(organisation, day, read));
        });
    }

    private static Permalink link(String organisation, AsOf day, KnownAt read) {
        return Permalink.to("funders", organisation).with("asOf", day).with("knownAt", Axes.text(read, Instant.EPOCH));
    }

    private Portfolio portfolio(String organisation, AsOf day, KnownAt asked) {
        return Portfolio.of(
                new Portfolio.Organisation(
                        organisation, portfolios.name(organisation, asked).orElse(null)),
                day,
                Axes.text(asked, progress.lastRecordedAt()),
                portfolios.of(organisation, day, asked));
    }
}
