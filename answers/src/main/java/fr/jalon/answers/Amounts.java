package fr.jalon.answers;

import fr.jalon.events.timeline.Certainty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one subject may come to on a day, over all readings (<i>montant</i>): a funding's or a gap's amount, a figure's
 * value. Bounds of several currencies stand side by side, as nothing adds them.
 *
 * @param byUnit by currency, or by unit of a figure; empty where nothing is known
 * @param maybeUnknown whether some reading has a value that tells none
 */
public record Amounts(Map<String, Bounds> byUnit, boolean maybeUnknown) {
    private record Amount(String unit, BigDecimal value) {}

    /** @param values all that the subject may have on the day */
    public static Amounts of(List<Fact> values) {
        return of(values, any -> true);
    }

    /**
     * What some of its values come to; where it may have another, it may come to nothing.
     *
     * @param values all that the subject may have on the day
     */
    public static Amounts of(List<Fact> values, Predicate<Fact> counts) {
        List<Fact> counting = values.stream().filter(counts).toList();
        List<Amount> known =
                counting.stream().map(Amounts::amount).filter(Objects::nonNull).toList();
        boolean isHeld = values.stream().allMatch(fact -> fact.held() == Certainty.CERTAIN);
        Map<String, Bounds> byUnit = new TreeMap<>();
        for (String unit : new TreeSet<>(known.stream().map(Amount::unit).toList())) {
            List<BigDecimal> numbers = known.stream()
                    .filter(amount -> amount.unit().equals(unit))
                    .map(Amount::value)
                    .toList();
            byUnit.put(unit, Bounds.of(numbers, !isHeld || numbers.size() < values.size()));
        }
        return new Amounts(byUnit, known.size() < counting.size());
    }

    private static @Nullable Amount amount(Fact fact) {
        JsonNode amount = fact.value().path("amount");
        if (amount.isObject()) {
            return new Amount(amount.path("currency").stringValue(), number(amount.path("value")));
        }
        JsonNode figure = fact.value().path("value");
        return figure.isString() ? new Amount(fact.value().path("unit").asString(""), number(figure)) : null;
    }

    private static BigDecimal number(JsonNode decimal) {
        return new BigDecimal(decimal.stringValue());
    }
}
