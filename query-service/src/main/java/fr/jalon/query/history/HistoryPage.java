package fr.jalon.query.history;

import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.events.json.Json;
import fr.jalon.query.asked.Cursor;
import fr.jalon.readmodel.question.History.Item;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a territory's history. */
@Schema(name = "History", description = "What was recorded, in recorded order or the newest first")
record HistoryPage(
        @Schema(description = "The entries of this page") List<HistoryItem> entries,

        @Schema(description = "What to send as the next page's after; null on the last", example = "YWZ0ZXI6MTAw")
        @Nullable
        String next) {
    /** The first of these, as many as are wanted; one more tells that there is a next page. */
    static HistoryPage of(List<Item> items, int most) {
        List<Item> shown = items.subList(0, Math.min(most, items.size()));
        return new HistoryPage(
                shown.stream().map(HistoryPage::item).toList(),
                items.size() > most ? Cursor.after(shown.getLast().position()) : null);
    }

    HistoryPage with(List<HistoryItem> named) {
        return new HistoryPage(named, next);
    }

    static HistoryItem item(Item item) {
        return HistoryItem.of(
                item.entryId(),
                item.position(),
                item.recordedAt(),
                item.actor(),
                item.role(),
                Json.stored(item.content()),
                item.remarks());
    }
}
