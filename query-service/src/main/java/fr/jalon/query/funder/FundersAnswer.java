package fr.jalon.query.funder;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.answers.AsOf;
import fr.jalon.answers.Fact;
import fr.jalon.answers.Sight;
import fr.jalon.answers.contract.Described;
import fr.jalon.answers.contract.Totals;
import fr.jalon.readmodel.question.AllFundings.Funding;
import fr.jalon.readmodel.question.AllFundings.Given;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who funds on a day. */
@Schema(name = "Funders", description = "Who funds on a day, over all territories")
record FundersAnswer(
        @Schema(description = Described.AS_OF, example = Described.DAY)
        LocalDate asOf,

        @Schema(description = Described.KNOWN_AT_OF_ALL, example = Described.INSTANT)
        String knownAt,

        @Schema(description = "Those who give something on that day, or may give it, in the order of their ids")
        List<FunderSum> funders) {
    static FundersAnswer of(AsOf day, String knownAt, Given given, Sight sight) {
        Map<String, List<Funding>> byFunder = new TreeMap<>();
        for (Funding funding : given.fundings()) {
            funding.values().stream()
                    .map(FundersAnswer::giver)
                    .filter(giver -> !giver.isEmpty())
                    .distinct()
                    .forEach(giver -> byFunder.computeIfAbsent(giver, first -> new ArrayList<>())
                            .add(funding));
        }
        return new FundersAnswer(
                day.day(),
                knownAt,
                byFunder.entrySet().stream()
                        .map(each -> FunderSum.of(
                                new Portfolio.Organisation(
                                        each.getKey(), given.names().get(each.getKey())),
                                each.getValue(),
                                sight.totals().test(each.getKey())))
                        .toList());
    }

    /** Empty where nobody said who gives it. */
    private static String giver(Fact value) {
        return value.value().at("/funder/id").asString("");
    }

    /** What one funder gives, in sum. */
    @Schema(name = "FunderSum", description = "What a funder gives, in sum")
    record FunderSum(
            @Schema(description = "The funder") Portfolio.Organisation organisation,

            @Schema(description = "The territories where it gives something", example = "[\"lille\"]")
            List<String> territories,

            @Schema(description = "How many fundings it gives or may give", example = "2")
            int fundings,

            @Schema(
                    description =
                            "What they come to, as /api/v1/funders/{organisation} adds it up; left out where that is"
                                    + " not for the reader")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Totals totals) {
        private static FunderSum of(Portfolio.Organisation organisation, List<Funding> given, boolean isSeen) {
            return new FunderSum(
                    organisation,
                    given.stream().map(Funding::territory).distinct().toList(),
                    given.size(),
                    isSeen
                            ? Totals.of(
                                    given.stream().map(Funding::values).toList(),
                                    fact -> giver(fact).equals(organisation.id()))
                            : null);
        }
    }
}
