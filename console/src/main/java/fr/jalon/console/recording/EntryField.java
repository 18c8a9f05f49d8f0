package fr.jalon.console.recording;

import fr.jalon.console.say.Words;
import fr.jalon.events.entry.EntryType;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, made of the vocabulary: a new type of entry has its form by itself.
 *
 * @param name as the entry has it: {@code amount.value}
 * @param kind how it is typed: {@code text}, {@code date}, {@code decimal}, {@code thing}…
 * @param need whether it may be left empty
 * @param thing the kind of thing that is named in it; null where none is
 */
public record EntryField(
        String name,
        String label,
        String kind,
        boolean need,
        @Nullable String thing,
        List<Choice> choices) {
    /** What the form gives in another way. */
    private static final Set<String> GIVEN = Set.of("entryId", "territory", "type", "fulfils", "status", "target");

    private static final String SOURCE = "source.";

    /** One of the values that may stand in it. */
    public record Choice(String value, String label) {}

    /** Those that say what has happened, the day first. */
    static List<EntryField> of(EntryType type, Words words) {
        return columns(type).stream()
                .filter(column ->
                        !column.name().startsWith(SOURCE) && !column.name().equals("note"))
                .map(column -> of(column, type, words))
                .toList();
    }

    /** Those that say where it is known from. */
    static List<EntryField> ofTheSource(EntryType type, Words words) {
        return columns(type).stream()
                .filter(column ->
                        column.name().startsWith(SOURCE) || column.name().equals("note"))
                .map(column -> of(column, type, words))
                .toList();
    }

    /** The columns that people fill in: a thing by one field, whether they type its id or its name. */
    static List<Column> columns(EntryType type) {
        return Columns.of(type).stream()
                .filter(column ->
                        !GIVEN.contains(column.name()) && !column.name().endsWith(".name"))
                .toList();
    }

    private static EntryField of(Column column, EntryType type, Words words) {
        boolean isDay = column.name().equals("effective") && !type.isAboutTheRegister();
        return new EntryField(
                column.name(),
                column.label(words.labels()),
                column.thing() == null ? column.kind() : "thing",
                column.required() || isDay,
                column.thing(),
                column.choices().stream()
                        .map(choice -> new Choice(choice.code(), words.labels().of(choice)))
                        .toList());
    }

    /** Whether it takes several lines. */
    public boolean isLong() {
        return name.equals("note")
                || name.endsWith("description")
                || name.endsWith("question")
                || name.endsWith("quote");
    }
}
