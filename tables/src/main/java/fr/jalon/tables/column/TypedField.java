package fr.jalon.tables.column;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Folded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is typed for one field of an entry: read as a cell under its column would be. */
public final class TypedField {
    private static final List<Labels> LABELS = List.of(Labels.in(Locale.FRENCH), Labels.in(Locale.ENGLISH));

    private TypedField() {}

    /** The column of a type that goes by this word: its name, or its label in either language. */
    public static Optional<Column> named(EntryType type, String word) {
        String folded = Folded.of(word);
        return Columns.of(type).stream()
                .filter(column -> words(column).anyMatch(folded::equals))
                .findFirst();
    }

    private static Stream<String> words(Column column) {
        Stream<String> names = Stream.of(column.name(), column.isNamesake() ? whole(column) : column.name());
        return Stream.concat(names, LABELS.stream().map(column::label)).map(Folded::of);
    }

    /** What a namesake is of: the funder, for its id. */
    private static String whole(Column column) {
        return String.join(".", column.path().subList(0, column.path().size() - 1));
    }

    /** Whether it may be read as two numbers. */
    public static boolean isAmbiguous(String text, Column column) {
        return CellText.isAmbiguous(text, column);
    }

    /** What it says, in JSON; what cannot be read stays as it is, for the reader of entries to refuse. */
    public static JsonNode json(String text, Column column) {
        return CellText.json(text, column);
    }

    /** The type that goes by this word: its name, or its label in either language. */
    public static Optional<EntryType> type(String word) {
        return Optional.ofNullable(ColumnWords.type(word));
    }
}
