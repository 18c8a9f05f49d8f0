package fr.jalon.tables.row;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.language.Language;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.ColumnLetters;
import fr.jalon.tables.column.ColumnWords;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.RowColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first row of a table: which column stands where, whatever words it is written in. */
final class Headers {
    private static final List<String> NEEDED = List.of("territory", "type");

    private final List<String> written;
    private final List<@Nullable Column> columns;
    private final ColumnWords words;
    private final Map<String, Integer> places = new HashMap<>();

    /** Those that tell what a row does, by place. */
    private final Map<Integer, RowColumn> ofRows = new HashMap<>();

    private Headers(List<String> written, ColumnWords words) {
        this.written = written;
        this.words = words;
        this.columns = new ArrayList<>();
        for (String header : written) {
            columns.add(header.isBlank() ? null : column(header, words));
        }
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            RowColumn ofRow = column == null ? RowColumn.called(written.get(place)) : null;
            if (column != null) {
                places.putIfAbsent(column.name(), place);
            } else if (ofRow != null) {
                ofRows.put(place, ofRow);
                places.putIfAbsent(ofRow.columnName(), place);
            }
        }
    }

    static Headers of(Row row) {
        if (row.unreadable().containsValue(TableFaultCode.TOO_MANY_COLUMNS)) {
            throw new MalformedRow(List.of(TableFault.of(TableFaultCode.TOO_MANY_COLUMNS, "")));
        }
        Headers headers = new Headers(row.cells(), words(row.cells()));
        List<TableFault> faults = headers.faults();
        row.unreadable().forEach((place, code) -> faults.add(TableFault.of(code, headers.written(place))));
        if (!faults.isEmpty()) {
            throw new MalformedRow(faults);
        }
        return headers;
    }

    /** Whether these are the headers of entries, faults aside. */
    static boolean areOfEntries(Row row) {
        return new Headers(row.cells(), words(row.cells())).places.keySet().containsAll(NEEDED);
    }

    /**
     * The words in which most headers are written, the first ones of equals: "Position" is another column in English.
     */
    private static ColumnWords words(List<String> written) {
        return ColumnWords.ALL.stream()
                .max(Comparator.comparingLong((ColumnWords words) -> written.stream()
                        .filter(each -> words.column(each) != null)
                        .count()))
                .orElseThrow();
    }

    private static @Nullable Column column(String header, ColumnWords first) {
        Column column = first.column(header);
        return column != null
                ? column
                : ColumnWords.ALL.stream()
                        .map(words -> words.column(header))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private List<TableFault> faults() {
        List<TableFault> faults = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            String header = written.get(place);
            Column column = columns.get(place);
            RowColumn ofRow = ofRows.get(place);
            if (ofRow != null) {
                boolean isSecond = !Objects.equals(places.get(ofRow.columnName()), place);
                if (ofRow != RowColumn.REGISTER && isSecond) {
                    faults.add(TableFault.of(TableFaultCode.DOUBLED_COLUMN, header));
                }
            } else if (column == null && !header.isBlank()) {
                faults.add(TableFault.of(TableFaultCode.UNKNOWN_COLUMN, header));
            } else if (column != null && !Objects.equals(places.get(column.name()), place)) {
                faults.add(TableFault.of(TableFaultCode.DOUBLED_COLUMN, header));
            }
        }
        NEEDED.stream()
                .filter(name -> !places.containsKey(name))
                .forEach(name -> faults.add(TableFault.of(TableFaultCode.MISSING_COLUMN, header(name))));
        return faults;
    }

    /** What stands in a row under the column of this name; empty where nothing does. */
    String cell(Row row, String name) {
        Integer place = places.get(name);
        return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
    }

    /** Whether what stands in a row under this column is a number by itself. */
    boolean isNumber(Row row, String name) {
        Integer place = places.get(name);
        return place != null && row.numbers().contains(place);
    }

    /** Whether a spreadsheet holds what stands in a row under this column as a day, whatever was typed. */
    boolean isDay(Row row, String name) {
        Integer place = places.get(name);
        return place != null && row.days().contains(place);
    }

    /** The names of all that are there. */
    Set<String> columns() {
        return places.keySet();
    }

    /** Whether entries of this type, or all rows, have the column at this place. */
    boolean isOf(EntryType type, int place) {
        if (ofRows.containsKey(place)) {
            return true;
        }
        Column column = place < columns.size() ? columns.get(place) : null;
        return column != null
                && Columns.of(type).stream().anyMatch(each -> each.name().equals(column.name()));
    }

    /** What is wrong with a cell at this place, which entries of its row's type do not have. */
    TableFaultCode misplaced(int place) {
        return place < columns.size() && columns.get(place) != null
                ? TableFaultCode.CELL_OF_ANOTHER_TYPE
                : TableFaultCode.CELL_WITHOUT_COLUMN;
    }

    /** The header at this place as it is written; the column's letter where it has none. */
    String written(int place) {
        return place < written.size() && !written.get(place).isBlank()
                ? written.get(place).strip()
                : ColumnLetters.of(place);
    }

    /** A column's header as it is written; where the table lacks it, as it would be. */
    String header(Column column) {
        Integer place = places.get(column.name());
        return place == null ? words.header(column) : written(place);
    }

    String header(String name) {
        return header(ColumnWords.named(name));
    }

    String header(RowColumn column) {
        Integer place = places.get(column.columnName());
        return place == null ? words.header(column) : written(place);
    }

    /** A column's header as it is written; where the table lacks it, what it is called in a language. */
    String header(RowColumn column, Language language) {
        return places.containsKey(column.columnName())
                ? header(column)
                : RowColumn.in(language).apply(column);
    }
}
