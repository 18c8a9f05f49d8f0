package fr.jalon.tables.column;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Folded;
import fr.jalon.events.language.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words a table may be written in: those of programs, French ones, English ones. */
public final class ColumnWords {
    private static final Map<String, Column> COLUMNS = EntryType.all().stream()
            .flatMap(type -> Columns.of(type).stream())
            .collect(Collectors.toMap(Column::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    private static final List<Labels> LABELS = List.of(Labels.in(Locale.FRENCH), Labels.in(Locale.ENGLISH));
    private static final Map<String, EntryType> TYPES = types();

    /** In the order in which they are tried. */
    public static final List<ColumnWords> ALL = List.of(
            new ColumnWords(Column::name, RowColumn::columnName),
            new ColumnWords(column -> column.label(LABELS.getFirst()), RowColumn.in(Language.FRENCH)),
            new ColumnWords(column -> column.label(LABELS.getLast()), RowColumn.in(Language.ENGLISH)));

    private final Function<Column, String> headers;
    private final Function<RowColumn, String> ofRows;
    private final Map<String, Column> columns = new HashMap<>();

    private ColumnWords(Function<Column, String> headers, Function<RowColumn, String> ofRows) {
        this.headers = headers;
        this.ofRows = ofRows;
        COLUMNS.values().forEach(column -> columns.putIfAbsent(Folded.of(headers.apply(column)), column));
    }

    /** Those of people who speak a language. */
    public static ColumnWords in(Language language) {
        return switch (language) {
            case FRENCH -> ALL.get(1);
            case ENGLISH -> ALL.get(2);
        };
    }

    /** The column of this name, if there is one. */
    static Optional<Column> ofName(String name) {
        return Optional.ofNullable(COLUMNS.get(name));
    }

    /** The column of this name. */
    public static Column named(String name) {
        return Objects.requireNonNull(COLUMNS.get(name));
    }

    /** A column with this header; null where there is none. One name means one column in the whole vocabulary. */
    @Nullable
    public Column column(String header) {
        return columns.get(Folded.of(header));
    }

    public String header(Column column) {
        return headers.apply(column);
    }

    public String header(RowColumn column) {
        return ofRows.apply(column);
    }

    /** A type by its name or a label of it; null where there is none. */
    static @Nullable EntryType type(String word) {
        return TYPES.get(Folded.of(word));
    }

    /** A value of a closed list by its code or a label of it; null where there is none. */
    static @Nullable Code value(String word, Collection<Code> values) {
        String folded = Folded.of(word);
        return values.stream()
                .filter(value -> said(value).contains(folded))
                .findFirst()
                .orElse(null);
    }

    /** A common topic by a label of it; null where there is none. */
    public static @Nullable String topic(String label) {
        String folded = Folded.of(label);
        return LABELS.stream()
                .flatMap(labels -> labels.topics().stream()
                        .filter(topic -> folded.equals(Folded.of(Objects.requireNonNull(labels.topic(topic))))))
                .findFirst()
                .orElse(null);
    }

    private static List<String> said(Code value) {
        return Stream.concat(Stream.of(value.code()), LABELS.stream().map(labels -> Folded.of(labels.of(value))))
                .toList();
    }

    private static Map<String, EntryType> types() {
        Map<String, EntryType> types = new HashMap<>();
        for (EntryType type : EntryType.all()) {
            types.put(type.name(), type);
            LABELS.forEach(labels -> types.put(Folded.of(labels.of(type)), type));
        }
        return types;
    }
}
