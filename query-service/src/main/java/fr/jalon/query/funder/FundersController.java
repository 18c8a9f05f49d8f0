package fr.jalon.query.funder;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.StateJson;
import fr.jalon.events.json.Json;
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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
    @AnswersJson
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
                    .answer(seen, () -> json(organisation, day, read));
        });
    }

    private static Permalink link(String organisation, AsOf day, KnownAt read) {
        return Permalink.to("funders", organisation).with("asOf", day).with("knownAt", Axes.text(read, Instant.EPOCH));
    }

    private JsonNode json(String organisation, AsOf day, KnownAt asked) {
        List<RegisterState> states = portfolios.of(organisation, day, asked);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.putObject("organisation")
                .put("id", organisation)
                .put("name", portfolios.name(organisation, asked).orElse(null));
        json.put("asOf", day.toString());
        json.put("knownAt", Axes.text(asked, progress.lastRecordedAt()));
        ArrayNode fundings = json.putArray("fundings");
        for (RegisterState state : states) {
            state.facts().forEach(fact -> {
                ObjectNode funding = fundings.addObject();
                funding.put("territory", state.territory());
                funding.setAll(StateJson.fact(fact));
            });
        }
        json.set("totals", Totals.of(states));
        return json;
    }
}
