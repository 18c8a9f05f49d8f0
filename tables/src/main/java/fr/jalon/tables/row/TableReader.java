package fr.jalon.tables.row;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Fault;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.MalformedEntry;
import fr.jalon.events.language.Language;
import fr.jalon.tables.column.CellText;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.KnownThings;
import fr.jalon.tables.column.RowColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table as entries, each by its type, and names what is wrong by row and column. */
public final class TableReader {
    private static final UUID NO_ID = new UUID(0, 0);

    private final Headers headers;

    private TableReader(Headers headers) {
        this.headers = headers;
    }

    /**
     * A reader for the rows under this one, the table's first; null where it has none.
     *
     * @throws MalformedRow where it is no header of entries
     */
    public static TableReader under(@Nullable Row header) {
        if (header == null) {
            throw new MalformedRow(List.of(new TableFault(new Fault(TableFaultCode.EMPTY_TABLE.code(), "", ""), null)));
        }
        return new TableReader(Headers.of(header));
    }

    /** Whether a sheet beside the first one is a table of entries: its first row names a territory and a type. */
    public static boolean isUnder(@Nullable Row header) {
        return header != null && Headers.areOfEntries(header);
    }

    /** Whether a row says no more than its type, as those of a template do that nobody filled in: it is none. */
    public boolean isOnlyBegun(Row row) {
        String type = headers.cell(row, "type");
        return row.unreadable().isEmpty()
                && EntryType.named(CellText.type(type)).isPresent()
                && row.cells().stream().filter(cell -> !cell.isBlank()).count() == 1;
    }

    /** Reads a row of a register in which nothing has a name yet. */
    public Entry read(Row row) {
        return read(row, territory -> KnownThings.NONE, (territory, text) -> text)
                .entry();
    }

    /**
     * Reads a row. An entry that brings no id gets one made from what it says, so that the same row sent again is the
     * same entry, whatever has got a name meanwhile.
     *
     * @param known what a territory's register has names for
     * @param keyed what stands for a free text of a territory in such an id
     * @throws MalformedRow naming every fault and its column
     */
    public ReadRow read(Row row, Function<String, KnownThings> known, BinaryOperator<String> keyed) {
        String typeName = headers.cell(row, "type");
        EntryType type = EntryType.named(CellText.type(typeName)).orElse(null);
        List<TableFault> faults = new ArrayList<>();
        row.unreadable().forEach((place, code) -> faults.add(TableFault.of(code, headers.written(place))));
        if (type == null) {
            addUnlessNamed(faults, typeFault(typeName));
            throw new MalformedRow(faults);
        }
        RowCells alone = new RowCells(headers, row, type, KnownThings.NONE);
        boolean isByIds = alone.things().isEmpty();
        KnownThings things = isByIds ? KnownThings.NONE : known.apply(alone.territory());
        RowCells cells = isByIds ? alone : new RowCells(headers, row, type, things);
        Entry entry = entry(cells, faults);
        boolean isNumbered = !entry.entryId().equals(NO_ID);
        UUID id = isNumbered
                ? entry.entryId()
                : EntryIds.of(isByIds ? entry : entry(new RowCells(headers, row, type, things.empty()), faults), keyed);
        return new ReadRow(
                EntryIds.under(entry, id),
                isNumbered,
                headers.columns(),
                cells.change(),
                cells.dates(),
                cells.things());
    }

    private Entry entry(RowCells cells, List<TableFault> unreadable) {
        List<TableFault> faults = new ArrayList<>(unreadable);
        faults.addAll(cells.faults());
        try {
            Entry entry = EntryJson.proposed(cells.json(), new EntryJson.Defaults(NO_ID, null));
            if (faults.isEmpty()) {
                return entry;
            }
        } catch (MalformedEntry malformed) {
            malformed.faults().forEach(fault -> addUnlessNamed(faults, placed(fault, cells.type())));
        }
        throw new MalformedRow(faults);
    }

    /** What makes an entry of this row's type malformed, by the columns in which it stands or would stand. */
    public MalformedRow placed(MalformedEntry malformed, Entry entry) {
        return new MalformedRow(malformed.faults().stream()
                .map(fault -> placed(fault, EntryType.of(entry)))
                .toList());
    }

    /** The header of one of the columns that tell what a row does, as it is or would be. */
    public String header(RowColumn column) {
        return headers.header(column);
    }

    /** The same as a sentence in a language names it. */
    public String header(RowColumn column, Language language) {
        return headers.header(column, language);
    }

    /** The header of the column in which the field at this place of such an entry stands, or would stand. */
    public @Nullable String column(Entry entry, String pointer) {
        return column(EntryType.of(entry), pointer);
    }

    private TableFault typeFault(String given) {
        String header = headers.header("type");
        FaultCode code = given.isBlank() ? FaultCode.MISSING_FIELD : FaultCode.UNKNOWN_TYPE;
        return new TableFault(new Fault(code.code(), "/type", given.isBlank() ? header : given), header);
    }

    private TableFault placed(Fault fault, EntryType type) {
        String column = column(type, fault.pointer());
        if (fault.code().equals(FaultCode.MISSING_ALTERNATIVE.code())) {
            String above = fault.pointer().substring(0, fault.pointer().lastIndexOf('/') + 1);
            String columns = Arrays.stream(fault.given().split(", "))
                    .map(field -> Objects.requireNonNullElse(column(type, above + field), field))
                    .collect(Collectors.joining(", "));
            return new TableFault(new Fault(fault.code(), fault.pointer(), columns), column);
        }
        boolean isMissing = fault.code().equals(FaultCode.MISSING_FIELD.code());
        return new TableFault(
                isMissing && column != null ? new Fault(fault.code(), fault.pointer(), column) : fault, column);
    }

    /** A cell that could not be read is not missing as well. */
    private static void addUnlessNamed(List<TableFault> faults, TableFault fault) {
        boolean isNamed = fault.column() != null
                && faults.stream().anyMatch(other -> fault.column().equals(other.column()));
        if (!isNamed) {
            faults.add(fault);
        }
    }

    private @Nullable String column(EntryType type, String pointer) {
        Column nearest = null;
        for (Column column : Columns.of(type)) {
            if (isUnder(pointer, column.pointer())) {
                return headers.header(column);
            }
            if (nearest == null && isUnder(column.pointer(), pointer)) {
                nearest = column;
            }
        }
        return nearest == null ? null : headers.header(nearest);
    }

    private static boolean isUnder(String pointer, String above) {
        return !above.isEmpty() && (pointer.equals(above) || pointer.startsWith(above + "/"));
    }
}
