package fr.jalon.query.export;

import fr.jalon.events.language.Language;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.RowColumn;
import fr.jalon.tables.column.SpokenCells;
import fr.jalon.tables.row.RowAction;
import fr.jalon.tables.write.SheetColumn;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of what is carried away, by their names. */
final class ExportColumns {
    private static final String DOES = header(RowColumn.DOES);

    /** Of entries in a table: their numbers, and room to say what becomes of each. */
    static final List<String> OF_CHANGEABLE = Stream.concat(
                    Recordings.OF_NUMBERED.stream(), Stream.of(DOES, header(RowColumn.REASON), header(RowColumn.BY)))
            .toList();

    private static final Set<String> DATES = Stream.concat(
                    Cells.OF_ENTRIES.values().stream()
                            .filter(column -> column.kind().equals("date"))
                            .map(Column::name),
                    Stream.of("since", "until", "asOf"))
            .collect(Collectors.toUnmodifiableSet());

    private ExportColumns() {}

    /**
     * Names all columns that a table may have: where they change, so does the tag of its file, as the reader of the
     * former table has not got this one.
     */
    static String layout(Exported what) {
        List<String> columns = switch (what) {
            case STATE -> joined(Facts.COLUMNS, Facts.further());
            case FUNDING -> joined(Facts.OF_FUNDINGS, List.of(Facts.AMONG));
            case FUNDING_SCDL -> Scdl.columns();
            case FUNDING_SCDL_LEFT_OUT -> joined(Facts.OF_FUNDINGS, List.of(Exports.OBSTACLES, Facts.AMONG));
            case HISTORY -> joined(Recordings.COLUMNS, joined(Cells.OF_ENTRIES.keySet(), Recordings.remarkColumns()));
            case ENTRIES -> joined(OF_CHANGEABLE, Recordings.OF_NUMBERED_FURTHER);
            case EVENTS -> List.of();
        };
        return HexFormat.of().toHexDigits(String.join(";", columns).hashCode());
    }

    private static List<String> joined(Collection<String> some, Collection<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    static List<SheetColumn> of(List<String> names) {
        return names.stream()
                .map(name -> new SheetColumn(
                        name, DATES.contains(name), name.equals(DOES) ? RowAction.words(Language.FRENCH) : List.of()))
                .toList();
    }

    /** The same in people's words. */
    static List<SheetColumn> spoken(List<String> names, Language language) {
        SpokenCells words = SpokenCells.in(language);
        return names.stream()
                .map(name -> new SheetColumn(
                        words.head(name),
                        DATES.contains(name),
                        name.equals(DOES) ? RowAction.words(language) : List.of()))
                .toList();
    }

    private static String header(RowColumn column) {
        return RowColumn.in(Language.FRENCH).apply(column);
    }
}
