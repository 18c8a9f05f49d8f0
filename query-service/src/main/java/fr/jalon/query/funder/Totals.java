package fr.jalon.query.funder;

import fr.jalon.answers.Fact;
import fr.jalon.answers.RegisterState;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.timeline.Certainty;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a portfolio comes to, as far as it is known. A funding whose value is not certain on the day counts in {@code
 * certain} for nothing and in {@code atMost} for the largest it may be; one without an amount is counted, never guessed.
 */
final class Totals {
    /** A funding, among those of all territories. */
    private record Funding(String territory, Subject subject) {}

    private static final class Sums {
        private BigDecimal certain = BigDecimal.ZERO;
        private final Map<Funding, BigDecimal> largest = new HashMap<>();
    }

    private final Map<String, Sums> byCurrency = new TreeMap<>();
    private final Set<Funding> withoutAmount = new HashSet<>();

    private Totals() {}

    static ObjectNode of(List<RegisterState> states) {
        Totals totals = new Totals();
        states.forEach(state -> state.facts().forEach(fact -> totals.add(state.territory(), fact)));
        return totals.json();
    }

    private void add(String territory, Fact fact) {
        Funding funding = new Funding(territory, fact.subject());
        JsonNode amount = fact.value().get("amount");
        if (amount == null) {
            withoutAmount.add(funding);
            return;
        }
        BigDecimal value = new BigDecimal(amount.get("value").stringValue());
        Sums sums = byCurrency.computeIfAbsent(amount.get("currency").stringValue(), first -> new Sums());
        sums.largest.merge(funding, value, BigDecimal::max);
        if (fact.certainty() == Certainty.CERTAIN) {
            sums.certain = sums.certain.add(value);
        }
    }

    private ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode amounts = json.putArray("amounts");
        byCurrency.forEach((currency, sums) -> {
            ObjectNode one = amounts.addObject();
            one.put("currency", currency);
            one.put("certain", sums.certain.toPlainString());
            one.put(
                    "atMost",
                    sums.largest.values().stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .toPlainString());
        });
        json.put("withoutAmount", withoutAmount.size());
        return json;
    }
}
