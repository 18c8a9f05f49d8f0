package fr.jalon.console.reading;

import fr.jalon.console.client.AgendaTold;
import fr.jalon.console.say.Words;

/**
 * Something that was announced and has not come, or is to come.
 *
 * @param sentence that says so
 * @param overdue whether its day has passed
 */
public record Awaited(String territory, String entryId, String sentence, boolean overdue) {
    static Awaited of(AgendaTold.Item item, String territory, Words words) {
        return new Awaited(
                territory,
                item.entries().getFirst(),
                item.sentence().getOrDefault(words.code(), ""),
                item.kind().equals("overdue"));
    }
}
