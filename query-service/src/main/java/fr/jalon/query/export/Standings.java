package fr.jalon.query.export;

import fr.jalon.events.json.Json;
import fr.jalon.events.register.Remark;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.History.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a table are in force, what took the place of the others, and which one each speaks of, by their
 * numbers: the row of a corrected entry tells what was first recorded, its correction what counts. Entries are taken in
 * recorded order.
 */
final class Standings {
    /** What took an entry out of force, the strongest first. */
    private static final List<Remark.Kind> ENDS =
            List.of(Remark.Kind.RETRACTED, Remark.Kind.CORRECTED, Remark.Kind.ABANDONED, Remark.Kind.FULFILLED);

    private static final Standing IN_FORCE = new Standing("in-force", List.of());

    private final History history;

    /** Of corrections that count no more because of what else was said of the same entry. */
    private final Map<UUID, Standing> passed = new HashMap<>();

    Standings(History history) {
        this.history = history;
    }

    /** The cells of each entry of a page, in its order. */
    List<Map<String, @Nullable Object>> of(List<Item> page) {
        Map<UUID, @Nullable UUID> abouts = new HashMap<>();
        Map<UUID, Standing> standings = new LinkedHashMap<>();
        for (Item item : page) {
            String target = Json.stored(item.content()).path("target").asString("");
            abouts.put(item.entryId(), target.isEmpty() ? null : UUID.fromString(target));
            standings.put(item.entryId(), standing(item));
        }
        Set<UUID> named = new HashSet<>();
        abouts.values().stream().filter(about -> about != null).forEach(named::add);
        standings.values().forEach(standing -> named.addAll(standing.by));
        Map<UUID, Long> numbers = history.numbers(named);
        return standings.entrySet().stream()
                .map(entry -> cells(entry.getValue(), abouts.get(entry.getKey()), numbers))
                .toList();
    }

    private static Map<String, @Nullable Object> cells(
            Standing standing, @Nullable UUID about, Map<UUID, Long> numbers) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put(Recordings.STANDING, standing.code);
        if (!standing.by.isEmpty()) {
            cells.put(
                    Recordings.REPLACED_BY,
                    standing.by.stream()
                            .map(id -> String.valueOf(numbers.get(id)))
                            .collect(Collectors.joining("|")));
        }
        if (about != null) {
            cells.put(Recordings.ABOUT, numbers.get(about));
        }
        return cells;
    }

    private Standing standing(Item item) {
        List<UUID> corrections = said(item, Remark.Kind.CORRECTED);
        List<UUID> retractions = said(item, Remark.Kind.RETRACTED);
        for (int i = 0; i < corrections.size(); i++) {
            if (!retractions.isEmpty()) {
                passed.put(corrections.get(i), new Standing(Remark.Kind.RETRACTED.code(), retractions));
            } else if (i > 0) {
                passed.put(
                        corrections.get(i - 1),
                        new Standing(Remark.Kind.CORRECTED.code(), List.of(corrections.get(i))));
            }
        }
        for (Remark.Kind end : ENDS) {
            List<UUID> by = said(item, end);
            if (!by.isEmpty()) {
                return new Standing(end.code(), end == Remark.Kind.CORRECTED ? List.of(by.getLast()) : by);
            }
        }
        return passed.getOrDefault(item.entryId(), IN_FORCE);
    }

    private static List<UUID> said(Item item, Remark.Kind kind) {
        return item.remarks().getOrDefault(kind, List.of());
    }

    /** How an entry stands, and the ids of those by which it does. */
    private record Standing(String code, List<UUID> by) {}
}
