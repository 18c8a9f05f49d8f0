package fr.jalon.query.export;

import fr.jalon.answers.Amounts;
import fr.jalon.answers.Bounds;
import fr.jalon.answers.Fact;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.Sight;
import fr.jalon.answers.contract.Announcement;
import fr.jalon.events.entry.Status;
import fr.jalon.events.json.Json;
import fr.jalon.tables.column.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Subjects and announcements as rows: one each, so that filtering and adding is right. What differs among the values
 * that a subject may have is left out of its own column.
 */
final class Facts {
    /** Whose they are and where on both axes they were asked for: each row can stand alone. */
    private static final List<String> PLACE = List.of("territory", "territoryName", "asOf", "position");

    private static final List<String> CERTAINTY =
            List.of("certainty", "held", "since", "until", "contested", "entries", "valueMin", "valueMax");

    /** What else a subject may be; of no use where all is certain. */
    static final String AMONG = "among";

    /** Of any subject; its own attributes come after these. */
    static final List<String> COLUMNS = Stream.of(PLACE, List.of("subject", "key", "type", "status"), CERTAINTY)
            .flatMap(List::stream)
            .toList();

    /** Of a funding. */
    static final List<String> OF_FUNDINGS = Stream.of(
                    PLACE,
                    List.of(
                            "funding.id",
                            "funding.name",
                            "funder.id",
                            "funder.name",
                            "programme.id",
                            "programme.name",
                            "purpose",
                            "budgetLine",
                            "amount.value",
                            "amount.currency",
                            "direction"),
                    CERTAINTY)
            .flatMap(List::stream)
            .toList();

    private Facts() {}

    /** The columns of any subject that only some use. */
    static List<String> further() {
        return Stream.concat(Stream.of(AMONG), Cells.OF_VALUES.keySet().stream())
                .toList();
    }

    /**
     * A subject's row.
     *
     * @param values all that it may have on the day
     */
    static Map<String, @Nullable Object> row(RegisterState state, List<Fact> values) {
        return row(state, values, Amounts.of(values));
    }

    /**
     * The row of what somebody gives of a funding: of a subject only some values, and what they come to.
     *
     * @param all that it may have on the day, also where another gives it
     * @param given which of them count
     */
    static Map<String, @Nullable Object> row(RegisterState state, List<Fact> all, Predicate<Fact> given) {
        return row(state, all.stream().filter(given).toList(), Amounts.of(all, given));
    }

    private static Map<String, @Nullable Object> row(RegisterState state, List<Fact> values, Amounts amounts) {
        Fact fact = Fact.common(values);
        Map<String, @Nullable Object> row = begun(state);
        row.put("subject", fact.subject().kind().code());
        row.put("key", fact.subject().key());
        row.put("status", Status.ACTUAL.code());
        row.put("certainty", fact.certainty().code());
        row.put("held", fact.held().code());
        row.put("since", fact.since());
        row.put("until", fact.until());
        row.put("contested", fact.contested());
        row.put("entries", fact.entries().stream().map(UUID::toString).collect(Collectors.joining("|")));
        value(row, fact.value());
        Map<String, Bounds> bounds = amounts.byUnit();
        // Of two currencies nothing can be added: which ones they are is told among the values.
        if (bounds.size() == 1 && values.stream().noneMatch(each -> Sight.isHidden(each.value()))) {
            Bounds only = bounds.values().iterator().next();
            row.put("valueMin", only.atLeast());
            row.put("valueMax", only.atMost());
        }
        if (values.size() > 1) {
            row.put(AMONG, Json.text(values.stream().map(Fact::value).toList()));
        }
        return row;
    }

    /** What is announced: it has no certainty, and its expected window stands where a fact's beginning does. */
    static Map<String, @Nullable Object> announcement(RegisterState state, Fact fact) {
        Announcement announced = Announcement.of(fact);
        Map<String, @Nullable Object> row = begun(state);
        row.put("subject", fact.subject().kind().code());
        row.put("type", announced.type());
        row.put("status", announced.status());
        row.put("since", fact.since());
        row.put("contested", fact.contested());
        row.put("entries", fact.subject().key());
        value(row, announced.value());
        return row;
    }

    private static Map<String, @Nullable Object> begun(RegisterState state) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("territory", state.territory());
        row.put("territoryName", state.name());
        row.put("asOf", state.asOf().toString());
        row.put("position", state.position());
        return row;
    }

    private static void value(Map<String, @Nullable Object> row, JsonNode value) {
        for (Column column : Cells.OF_VALUES.values()) {
            Object cell = Cells.of(value, column);
            if (cell != null) {
                row.put(column.name(), cell);
            }
        }
    }
}
