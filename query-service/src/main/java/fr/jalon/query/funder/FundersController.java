package fr.jalon.query.funder;

import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.AskedOfAll;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a funder gives, over all territories. */
@RestController
@Tag(name = "Reading")
public final class FundersController {
    private final Funders funders;

    FundersController(Funders funders) {
        this.funders = funders;
    }

    @GetMapping(path = "/api/v1/funders/{organisation}", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(Portfolio.class)
    @MayAnswer(ProblemCode.UNKNOWN_FUNDER)
    @Operation(operationId = "funder", summary = "A funder's portfolio, over all territories")
    ResponseEntity<byte[]> portfolio(@PathVariable String organisation, AskedDay day, AskedOfAll asked) {
        Permalink link = Permalink.to("funders", organisation).with("asOf", day.asOf());
        return asked.answer(
                day,
                link,
                () -> funders.require(organisation),
                instant -> funders.portfolio(organisation, day.asOf(), instant, asked.sight()));
    }
}
