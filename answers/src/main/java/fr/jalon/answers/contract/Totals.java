package fr.jalon.answers.contract;

import fr.jalon.answers.Amounts;
import fr.jalon.answers.Bounds;
import fr.jalon.answers.Fact;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What fundings come to on a day, as far as it is known: at least and at most, over all readings. One without an amount
 * is counted, never guessed.
 */
@Schema(description = "What fundings come to, as far as it is known")
public record Totals(
        @Schema(description = "A sum a currency") List<Amount> amounts,

        @Schema(description = "How many fundings may have no known amount: as such they are in no sum", example = "2")
        int withoutAmount) {
    /** What the fundings of one currency come to. */
    @Schema(description = "The sum of the fundings of one currency; decimal numbers")
    public record Amount(
            @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @Schema(description = "The least it comes to, whatever the days really were", example = "20000")
            String atLeast,

            @Schema(description = "The most it may come to", example = "32000.5")
            String atMost) {
        private static Amount of(String currency, Bounds sum) {
            return new Amount(
                    currency, sum.atLeast().toPlainString(), sum.atMost().toPlainString());
        }
    }

    /**
     * The totals of these fundings.
     *
     * @param fundings all values of each, on the day
     * @param counts which of the values add something
     */
    public static Totals of(Collection<List<Fact>> fundings, Predicate<Fact> counts) {
        Map<String, Bounds> sums = new TreeMap<>();
        int withoutAmount = 0;
        for (List<Fact> funding : fundings) {
            Amounts amounts = Amounts.of(funding, counts);
            amounts.byUnit().forEach((currency, bounds) -> sums.merge(currency, bounds, Bounds::plus));
            withoutAmount += amounts.maybeUnknown() ? 1 : 0;
        }
        return new Totals(
                sums.entrySet().stream()
                        .map(sum -> Amount.of(sum.getKey(), sum.getValue()))
                        .toList(),
                withoutAmount);
    }
}
