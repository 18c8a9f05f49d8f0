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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words a table may be written in: those of programs, French ones, English ones. */
public final class ColumnWords {
    private static final Map<String, Column> COLUMNS = EntryType.all().stream()
            .flatMap(type -> Columns.of(type).stream())
            .collect(Collectors.toMap(Column::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    private static final List<Labels> LABELS = List.of(Labels.in(Locale.FRENCH), Labels.in(Locale.ENGLISH));
    private static final Map<String, EntryType> TYPES = types();

    /** One letter in so many may be wrong in a word that is near another. */
    private static final int NEAR = 4;

    private static final int MOST_NEAR = 3;

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

    /** The types that somebody may have meant who wrote this, the likeliest first. */
    public static List<EntryType> typesNear(String word) {
        String folded = Folded.of(word);
        int most = folded.length() / NEAR;
        return TYPES.entrySet().stream()
                .filter(type -> Math.abs(type.getKey().length() - folded.length()) <= most)
                .map(type -> Map.entry(type.getValue(), edits(folded, type.getKey())))
                .filter(type -> type.getValue() <= most)
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .distinct()
                .limit(MOST_NEAR)
                .toList();
    }

    /** How many letters are to be put in, left out or changed to make one word of the other. */
    private static int edits(String one, String other) {
        int[] before = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
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
