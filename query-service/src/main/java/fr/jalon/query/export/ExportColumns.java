package fr.jalon.query.export;

import fr.jalon.events.language.Language;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.RowColumn;
import fr.jalon.tables.row.RowAction;
import fr.jalon.tables.write.SheetColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of what is carried away, by their names. */
final class ExportColumns {
    private static final String DOES = header(RowColumn.DOES);

    /** Of entries in a workbook: their numbers, and room to say what becomes of each. */
    static final List<String> OF_CHANGEABLE =
            List.of(Recordings.POSITION, DOES, header(RowColumn.REASON), header(RowColumn.BY));

    private static final Set<String> DATES = Stream.concat(
                    Cells.OF_ENTRIES.values().stream()
                            .filter(column -> column.kind().equals("date"))
                            .map(Column::name),
                    Stream.of("since", "until", "asOf"))
            .collect(Collectors.toUnmodifiableSet());

    private ExportColumns() {}

    static List<SheetColumn> of(List<String> names) {
        return names.stream()
                .map(name -> new SheetColumn(
                        name, DATES.contains(name), name.equals(DOES) ? RowAction.words(Language.FRENCH) : List.of()))
                .toList();
    }

    private static String header(RowColumn column) {
        return RowColumn.in(Language.FRENCH).apply(column);
    }
}
