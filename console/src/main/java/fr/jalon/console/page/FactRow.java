package fr.jalon.console.page;

import fr.jalon.console.client.FactTold;
import fr.jalon.console.say.DrawnCertainty;
import fr.jalon.console.say.Words;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a card shows it.
 *
 * @param key empty for what a territory has one of
 * @param value in words
 * @param certainty how it is drawn and called
 * @param period since when and until when, in words
 */
public record FactRow(
        String subject, String key, String value, DrawnCertainty certainty, String period, boolean contested) {
    /** A fact of a subject. */
    public static FactRow of(String subject, FactTold fact, Words words) {
        return new FactRow(
                subject,
                fact.key(),
                words.value(fact.value()),
                DrawnCertainty.of(fact),
                words.period(fact.since(), fact.until()),
                fact.contested());
    }

    /** A card: a subject and its facts. */
    public record Card(String subject, String label, java.util.List<FactRow> facts) {}

    /** What is announced. */
    public record Announced(
            String entryId,
            String type,
            String value,
            String status,
            @Nullable String when,
            boolean contested) {}
}
