package fr.jalon.query.history;

import fr.jalon.answers.contract.Described;
import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.query.asked.Cursor;
import fr.jalon.readmodel.question.History.Item;
import fr.jalon.readmodel.question.WholeHistory.Place;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of the history of all territories. */
@Schema(description = "What was recorded on all territories, in recorded order or the newest first")
record HistoryOfAll(
        @Schema(description = Described.KNOWN_AT_OF_ALL, example = Described.INSTANT)
        String knownAt,

        @Schema(description = "The entries of this page; each says its territory itself")
        List<HistoryItem> entries,

        @Schema(description = "What to send as the next page's after; null on the last", example = "YWZ0ZXI6MTAw")
        @Nullable
        String next) {
    private static final Pattern INSIDE =
            Pattern.compile("after:(\\d{1,18}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** The first of these, as many as are wanted; one more tells that there is a next page. */
    static HistoryOfAll of(String knownAt, List<Item> items, int most) {
        List<Item> shown = items.subList(0, Math.min(most, items.size()));
        return new HistoryOfAll(
                knownAt,
                shown.stream().map(HistoryPage::item).toList(),
                items.size() > most ? next(shown.getLast()) : null);
    }

    HistoryOfAll with(List<HistoryItem> named) {
        return new HistoryOfAll(knownAt, named, next);
    }

    /** The last place of the page before, as its reader brings it back; null where there was none. */
    static @Nullable Place place(String name, @Nullable String given) {
        if (given == null) {
            return null;
        }
        MatchResult inside = Cursor.inside(name, given, INSIDE);
        Instant recordedAt = Instant.EPOCH.plus(Long.parseLong(inside.group(1)), ChronoUnit.MICROS);
        return new Place(recordedAt, UUID.fromString(inside.group(2)));
    }

    private static String next(Item last) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.recordedAt());
        return Cursor.of("after:" + micros + ":" + last.entryId());
    }
}
