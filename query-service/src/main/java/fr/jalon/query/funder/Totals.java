package fr.jalon.query.funder;

import fr.jalon.answers.Fact;
import fr.jalon.answers.RegisterState;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.timeline.Certainty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a portfolio comes to, as far as it is known. A funding whose value is not certain on the day counts in
 * {@code certain} for nothing and in {@code atMost} for the largest it may be; one without an amount is counted, never
 * guessed.
 */
@Schema(description = "What fundings come to, as far as it is known")
record Totals(
        @Schema(description = "A sum a currency") List<Amount> amounts,

        @Schema(description = "How many fundings have no known amount, and are in no sum", example = "2")
        int withoutAmount) {
    /** What the fundings of one currency come to. */
    @Schema(description = "The sum of the fundings of one currency; decimal numbers")
    record Amount(
            @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @Schema(description = "What is certain on the day", example = "20000")
            String certain,

            @Schema(description = "The most it may be", example = "20000")
            String atMost) {}

    static Totals of(List<RegisterState> states) {
        Sum sum = new Sum();
        states.forEach(state -> state.facts().forEach(fact -> sum.add(state.territory(), fact)));
        return new Totals(
                sum.byCurrency.entrySet().stream()
                        .map(each -> each.getValue().amount(each.getKey()))
                        .toList(),
                sum.withoutAmount.size());
    }

    /** A funding, among those of all territories. */
    private record Funding(String territory, Subject subject) {}

    private static final class Sum {
        private final Map<String, SumOfCurrency> byCurrency = new TreeMap<>();
        private final Set<Funding> withoutAmount = new HashSet<>();

        private void add(String territory, Fact fact) {
            Funding funding = new Funding(territory, fact.subject());
            JsonNode amount = fact.value().get("amount");
            if (amount == null) {
                withoutAmount.add(funding);
            } else {
                byCurrency
                        .computeIfAbsent(amount.get("currency").stringValue(), first -> new SumOfCurrency())
                        .add(funding, new BigDecimal(amount.get("value").stringValue()), fact.certainty());
            }
        }
    }

    private static final class SumOfCurrency {
        private BigDecimal certain = BigDecimal.ZERO;
        private final Map<Funding, BigDecimal> largest = new HashMap<>();

        private void add(Funding funding, BigDecimal value, Certainty certainty) {
            largest.merge(funding, value, BigDecimal::max);
            if (certainty == Certainty.CERTAIN) {
                certain = certain.add(value);
            }
        }

        private Amount amount(String currency) {
            BigDecimal atMost = largest.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Amount(currency, certain.toPlainString(), atMost.toPlainString());
        }
    }
}
