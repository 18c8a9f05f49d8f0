package fr.jalon.query.funder;

import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.AskedOfAll;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.AllFundings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who funds, over all territories. */
@RestController
@Tag(name = "Reading")
public final class AllFundersController {
    private final AllFundings fundings;

    AllFundersController(AllFundings fundings) {
        this.fundings = fundings;
    }

    @GetMapping(path = "/api/v1/funders", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(FundersAnswer.class)
    @Operation(operationId = "funders", summary = "Who funds on a day, over all territories, and how much")
    ResponseEntity<byte[]> funders(AskedDay day, AskedOfAll asked) {
        Permalink link = Permalink.to("funders").with("asOf", day.asOf());
        return asked.answer(
                day,
                link,
                instant -> FundersAnswer.of(
                        day.asOf(),
                        instant.text(),
                        fundings.on(day.asOf(), instant.knownAt(), instant.frontier()),
                        asked.sight()));
    }
}
