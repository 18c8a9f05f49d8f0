package fr.jalon.tables.row;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.json.Fault;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.MalformedEntry;
import fr.jalon.events.language.Folded;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.tables.column.CellDate;
import fr.jalon.tables.column.CellText;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.ColumnWords;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.Euro;
import fr.jalon.tables.column.Ids;
import fr.jalon.tables.column.Items;
import fr.jalon.tables.column.KnownThings;
import fr.jalon.tables.column.RowColumn;
import fr.jalon.tables.column.ThingCell;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The cells of a row as the JSON of an entry of its type, with what is to be said back of them and what is wrong. */
final class RowCells {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Headers headers;
    private final Row row;
    private final EntryType type;
    private final KnownThings known;
    private final ObjectNode json = Json.MAPPER.createObjectNode();
    private final List<TableFault> faults = new ArrayList<>();
    private final List<ReadDate> dates = new ArrayList<>();
    private final List<ReadThing> things = new ArrayList<>();
    private final RowChange change;

    RowCells(Headers headers, Row row, EntryType type, KnownThings known) {
        this.headers = headers;
        this.row = row;
        this.type = type;
        this.known = known;
        Columns.of(type).forEach(this::take);
        this.change = changeTold();
        json.put("type", type.name());
        for (int place = 0; place < row.cells().size(); place++) {
            if (!row.cells().get(place).isBlank() && !headers.isOf(type, place)) {
                faults.add(TableFault.of(headers.misplaced(place), headers.written(place)));
            }
        }
    }

    /** What the row does, which is told beside its entry. */
    private RowChange changeTold() {
        String does = headers.cell(row, RowColumn.DOES.columnName());
        String reason = CellText.trimmed(headers.cell(row, RowColumn.REASON.columnName()));
        String by = CellText.trimmed(headers.cell(row, RowColumn.BY.columnName()));
        RowAction action = does.isBlank() ? null : RowAction.called(does);
        if (action == null && !does.isBlank()) {
            String header = headers.header(RowColumn.DOES);
            faults.add(new TableFault(new Fault(TableFaultCode.UNKNOWN_ACTION.code(), "", does.strip()), header));
        }
        return new RowChange(
                action,
                reason.isEmpty() ? null : reason,
                by.isEmpty() ? null : thing(by, "organisation", headers.header(RowColumn.BY), ""));
    }

    RowChange change() {
        return change;
    }

    EntryType type() {
        return type;
    }

    ObjectNode json() {
        return json;
    }

    List<TableFault> faults() {
        return faults;
    }

    List<ReadDate> dates() {
        return dates;
    }

    List<ReadThing> things() {
        return things;
    }

    /** The territory's id; empty where the row says none. */
    String territory() {
        return json.path("territory").asString("");
    }

    private void take(Column column) {
        String cell = headers.cell(row, column.name());
        if (column.thing() != null && !column.many()) {
            thing(cell, column, column.thing());
        } else if (cell.isBlank()) {
            return;
        } else if (column.kind().equals("date")) {
            date(cell, column);
        } else if (column.kind().equals("decimal")) {
            number(cell, column);
        } else if (column.kind().equals("id") && !column.many()) {
            word(CellText.trimmed(cell), column);
        } else if (column.thing() != null) {
            things(cell, column, column.thing());
        } else {
            put(cell, column);
        }
    }

    private void date(String cell, Column column) {
        switch (CellDate.of(cell, column)) {
            case null -> put(cell, column);
            case DateReading.Refused refused -> {
                Fault fault = new Fault(FaultCode.INVALID_DATE.code(), column.pointer(), refused.phrase());
                faults.add(new TableFault(fault, headers.header(column), refused));
            }
            case DateReading.Read read -> {
                put(cell, column);
                if (read.isSaidOtherwise() || headers.isDay(row, column.name())) {
                    dates.add(new ReadDate(headers.header(column), read));
                }
            }
        }
    }

    private void number(String cell, Column column) {
        List<String> beside = beside(column, "currency");
        boolean isSum = Columns.of(type).stream().anyMatch(each -> each.path().equals(beside));
        String number = isSum ? Euro.number(CellText.trimmed(cell)) : cell;
        if (!headers.isNumber(row, column.name()) && CellText.isAmbiguous(number, column)) {
            fault(TableFaultCode.AMBIGUOUS_NUMBER, column, number.strip());
            return;
        }
        put(number, column);
        if (isSum && Euro.isIn(CellText.trimmed(cell))) {
            String currency = headers.cell(row, String.join(".", beside));
            if (currency.isBlank()) {
                around(beside).put(beside.getLast(), Euro.CODE);
            } else if (!Euro.code(CellText.trimmed(currency)).equals(Euro.CODE)) {
                fault(TableFaultCode.TWO_CURRENCIES, column, cell.strip());
            }
        }
    }

    /** A word of the register's own that is no thing: a topic, a territory. */
    private void word(String cell, Column column) {
        Matcher both = ThingCell.NAME_FIRST.matcher(cell);
        if (Slug.isSlug(cell) || (both.matches() && Slug.isSlug(both.group(2)))) {
            set(column, NODES.stringNode(Slug.isSlug(cell) ? cell : both.group(2)));
            return;
        }
        String common = column.name().equals("topic") ? ColumnWords.topic(cell) : null;
        String id = common == null ? Ids.of(cell) : common;
        set(column, NODES.stringNode(id.isEmpty() ? cell : id));
        if (!id.isEmpty() && !id.equals(Folded.of(cell))) {
            things.add(new ReadThing(headers.header(column), cell, id, ReadThing.How.WORD));
        }
    }

    /** A thing whose name has a column of its own: one of the two will do. */
    private void thing(String cell, Column column, String kind) {
        String name = headers.cell(row, String.join(".", beside(column, "name")));
        String said = cell.isBlank() ? name : cell;
        if (!said.isBlank()) {
            JsonNode thing = thing(CellText.trimmed(said), kind, headers.header(column), column.pointer());
            if (thing instanceof ObjectNode both) {
                both.forEachEntry((field, value) -> around(column.path()).set(field, value));
            } else {
                set(column, thing);
            }
        }
    }

    private void things(String cell, Column column, String kind) {
        ArrayNode items = NODES.arrayNode();
        Items.split(cell).stream()
                .map(CellText::trimmed)
                .filter(item -> !item.isEmpty())
                .forEach(item -> items.add(thing(item, kind, headers.header(column), column.pointer())));
        set(column, items);
    }

    /** Its bare id, or an object with its id and its name. */
    private JsonNode thing(String said, String kind, String header, String pointer) {
        return switch (ThingCell.of(said, kind, known)) {
            case ThingCell.Told(String id, String name) -> name == null ? NODES.stringNode(id) : named(id, name);
            case ThingCell.Found(String id) -> {
                things.add(new ReadThing(header, said, id, ReadThing.How.FOUND));
                yield NODES.stringNode(id);
            }
            case ThingCell.Made(String id, String name) -> {
                things.add(new ReadThing(header, said, id, ReadThing.How.MADE));
                yield named(id, name);
            }
            case ThingCell.Several(var ids) -> {
                String given = said + " : " + String.join(", ", ids);
                faults.add(new TableFault(new Fault(TableFaultCode.AMBIGUOUS_NAME.code(), pointer, given), header));
                yield NODES.stringNode(ids.iterator().next());
            }
        };
    }

    private static ObjectNode named(String id, String name) {
        return NODES.objectNode().put("id", id).put("name", name);
    }

    private static List<String> beside(Column column, String field) {
        List<String> path = new ArrayList<>(column.path());
        path.set(path.size() - 1, field);
        return path;
    }

    private void put(String cell, Column column) {
        try {
            set(column, CellText.json(cell, column));
        } catch (MalformedEntry notJson) {
            notJson.faults().forEach(fault -> faults.add(new TableFault(fault, headers.header(column))));
        }
    }

    private void set(Column column, JsonNode value) {
        around(column.path()).set(column.path().getLast(), value);
    }

    private ObjectNode around(List<String> path) {
        ObjectNode around = json;
        for (String field : path.subList(0, path.size() - 1)) {
            around = around.withObjectProperty(field);
        }
        return around;
    }

    private void fault(TableFaultCode code, Column column, String given) {
        faults.add(new TableFault(new Fault(code.code(), column.pointer(), given), headers.header(column)));
    }
}
