package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.label.Labels;
import fr.jalon.readmodel.question.WordsInUse.NamedThing;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.write.Pick;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the cells of a template are picked from. */
final class PickLists {
    /** What the registers know, to be picked from. */
    record Known(List<NamedThing> things, List<String> topics) {
        static final Known NOTHING = new Known(List.of(), List.of());
    }

    private final Labels labels;
    private final Collator order;
    private final Known known;

    PickLists(Labels labels, Locale locale, Known known) {
        this.labels = labels;
        this.order = Collator.getInstance(locale);
        this.known = known;
    }

    /** What a column's cells are picked from; where a list is not closed, anything else may be written too. */
    @Nullable
    Pick of(EntryType type, Column column) {
        List<String> words = words(type, column);
        boolean isClosed = !column.choices().isEmpty() || column.kind().equals("flag") || isType(column);
        return words.isEmpty() ? null : new Pick(words, isClosed);
    }

    private List<String> words(EntryType type, Column column) {
        if (isType(column)) {
            return List.of(labels.of(type));
        }
        if (column.kind().equals("flag")) {
            return Stream.of("true", "false").map(labels::flag).toList();
        }
        String last = column.path().getLast();
        if (column.thing() != null || last.equals("territory")) {
            return things(column.thing() == null ? last : column.thing());
        }
        return last.equals("topic")
                ? known.topics().stream().map(this::topic).sorted(order).toList()
                : column.choices().stream()
                        .map((Code value) -> labels.of(value))
                        .toList();
    }

    private List<String> things(@Nullable String kind) {
        return known.things().stream()
                .filter(thing -> thing.kind().equals(kind))
                .map(PickLists::both)
                .sorted(order)
                .toList();
    }

    /** « ADPEI (adpei) »; a name that looks like an id comes after it. */
    private static String both(NamedThing thing) {
        String name = thing.name().strip().replaceAll("\\s+", " ");
        return Slug.isSlug(name) ? thing.id() + " (" + name + ")" : name + " (" + thing.id() + ")";
    }

    private String topic(String topic) {
        String label = labels.topic(topic);
        return label == null ? topic : label + " (" + topic + ")";
    }

    private static boolean isType(Column column) {
        return column.name().equals("type");
    }
}
