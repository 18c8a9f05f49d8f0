package fr.jalon.tables.column;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Fault;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.MalformedEntry;
import fr.jalon.events.phrase.DateReading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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

    /**
     * Reads a row. An entry that brings no id gets one made from what it says, so that the same row sent again is the
     * same entry.
     *
     * @throws MalformedRow naming every fault and its column
     */
    public Entry read(Row row) {
        List<TableFault> faults = new ArrayList<>();
        row.unreadable().forEach((place, code) -> faults.add(TableFault.of(code, headers.written(place))));
        String typeName = headers.cell(row, "type");
        Optional<EntryType> type = EntryType.named(CellText.type(typeName));
        ObjectNode json = Json.MAPPER.createObjectNode();
        if (type.isEmpty()) {
            addUnlessNamed(faults, typeFault(typeName));
        } else {
            fill(json, row, type.get(), faults);
        }
        if (type.isPresent()) {
            try {
                Entry entry = EntryJson.proposed(json, new EntryJson.Defaults(NO_ID, null));
                if (faults.isEmpty()) {
                    return entry.entryId().equals(NO_ID) ? identified(entry) : entry;
                }
            } catch (MalformedEntry malformed) {
                malformed.faults().forEach(fault -> addUnlessNamed(faults, placed(fault, type.get())));
            }
        }
        throw new MalformedRow(faults);
    }

    /**
     * The dates of a row that are written in another form than the register's own, in the order of its type's columns.
     */
    public List<ReadDate> dates(Row row) {
        List<ReadDate> dates = new ArrayList<>();
        EntryType.named(CellText.type(headers.cell(row, "type"))).ifPresent(type -> {
            for (Column column : Columns.of(type)) {
                String cell = headers.cell(row, column.name());
                if (!cell.isBlank()
                        && CellDate.of(cell, column) instanceof DateReading.Read read
                        && read.isSaidOtherwise()) {
                    dates.add(new ReadDate(headers.header(column), read));
                }
            }
        });
        return List.copyOf(dates);
    }

    /** The header of the column in which the field at this place of such an entry stands, or would stand. */
    public @Nullable String column(Entry entry, String pointer) {
        return column(EntryType.of(entry), pointer);
    }

    private void fill(ObjectNode json, Row row, EntryType type, List<TableFault> faults) {
        for (Column column : Columns.of(type)) {
            String cell = headers.cell(row, column.name());
            if (!headers.isNumber(row, column.name()) && CellText.isAmbiguous(cell, column)) {
                String code = TableFaultCode.AMBIGUOUS_NUMBER.code();
                faults.add(new TableFault(new Fault(code, column.pointer(), cell.strip()), headers.header(column)));
            } else if (CellDate.of(cell, column) instanceof DateReading.Refused refused && !cell.isBlank()) {
                String code = FaultCode.INVALID_DATE.code();
                Fault fault = new Fault(code, column.pointer(), refused.phrase());
                faults.add(new TableFault(fault, headers.header(column), refused));
            } else if (!cell.isBlank()) {
                put(json, cell, column, faults);
            }
        }
        json.put("type", type.name());
        for (int place = 0; place < row.cells().size(); place++) {
            if (!row.cells().get(place).isBlank() && !headers.isOf(type, place)) {
                faults.add(TableFault.of(headers.misplaced(place), headers.written(place)));
            }
        }
    }

    private void put(ObjectNode json, String cell, Column column, List<TableFault> faults) {
        ObjectNode around = json;
        for (String field : column.path().subList(0, column.path().size() - 1)) {
            around = around.withObjectProperty(field);
        }
        try {
            around.set(column.path().getLast(), CellText.json(cell, column));
        } catch (MalformedEntry notJson) {
            notJson.faults().forEach(fault -> faults.add(new TableFault(fault, headers.header(column))));
        }
    }

    /** The same entry with an id made from what it says: 7,50 and 7,5 say the same. */
    private static Entry identified(Entry entry) {
        ObjectNode said = EntryJson.tree(entry).without("entryId");
        UUID id = UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8));
        return EntryJson.read(said, new EntryJson.Defaults(id, null));
    }

    private TableFault typeFault(String given) {
        String header = headers.header("type");
        FaultCode code = given.isBlank() ? FaultCode.MISSING_FIELD : FaultCode.UNKNOWN_TYPE;
        return new TableFault(new Fault(code.code(), "/type", given.isBlank() ? header : given), header);
    }

    private TableFault placed(Fault fault, EntryType type) {
        String column = column(type, fault.pointer());
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
