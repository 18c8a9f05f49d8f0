package fr.jalon.command.row;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Withheld;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.KnownThings;
import fr.jalon.tables.row.ReadRow;
import fr.jalon.tables.row.ReadThing;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a row makes of the entry whose number it has. An export shows what was first recorded: what its reader left as
 * it was there stays as it is now, and what the table has no column for does too. A source once given stays unless
 * another takes its place.
 */
final class MergedRow {
    private final ReadRow row;
    private final JsonNode original;
    private final JsonNode current;
    private final JsonNode said;

    private MergedRow(ReadRow row, WorldEntry said, WorldEntry original, WorldEntry current) {
        this.row = row;
        this.original = EntryJson.tree(original);
        this.current = EntryJson.tree(current);
        this.said = leftAsShown(EntryJson.tree(said), this.original);
    }

    /**
     * The content of the entry as the row would have it.
     *
     * @param said what the row says, persons named as the register does
     * @throws fr.jalon.events.json.MalformedEntry where what the row says and what an earlier correction left make none
     */
    static WorldEntry of(ReadRow row, WorldEntry said, WorldEntry original, WorldEntry current) {
        MergedRow merged = new MergedRow(row, said, original, current);
        return merged.isLeftAsShown() ? current : merged.merged(EntryType.of(row.entry()));
    }

    /** Whether it says what was first recorded and no more, whatever type a correction made of that. */
    private boolean isLeftAsShown() {
        return said.path("type").equals(original.path("type"))
                && !hasAnotherSource()
                && Columns.of(EntryType.of(row.entry())).stream()
                        .filter(column -> !isOfTheSource(column))
                        .allMatch(this::isLeft);
    }

    /** Whether its reader left a cell as it was there, or had none. */
    private boolean isLeft(Column column) {
        return isAsShown(column) || !(row.columns().contains(column.name()) || isToldBeside(column));
    }

    private boolean isAsShown(Column column) {
        return at(said, column).equals(at(original, column));
    }

    /** Whether the cell of a sum tells its currency too, as « 12 500,50 € » does. */
    private boolean isToldBeside(Column column) {
        return column.path().size() > 1
                && idBeside(column).isEmpty()
                && !at(said, column).isMissingNode();
    }

    private WorldEntry merged(EntryType type) {
        ObjectNode merged = Json.MAPPER.createObjectNode();
        merged.set("entryId", current.path("entryId"));
        merged.put("type", type.name());
        boolean isOther = !current.path("type").equals(said.path("type"));
        for (Column column : Columns.of(type)) {
            if (!column.name().equals("entryId") && !column.name().equals("type")) {
                JsonNode value = isOther && !isOfTheSource(column) ? at(said, column) : value(column);
                if (!value.isMissingNode()) {
                    put(merged, column, value);
                }
            }
        }
        return (WorldEntry) EntryJson.read(merged, new EntryJson.Defaults(null, null));
    }

    private JsonNode value(Column column) {
        JsonNode here = at(said, column);
        JsonNode now = at(current, column);
        if (isOfTheSource(column)) {
            return hasAnotherSource() ? here : now;
        }
        Optional<Column> id = idBeside(column).filter(each -> !each.equals(column));
        if (id.isPresent()) {
            return value(id.get()).equals(at(current, id.get()))
                    ? ofTheSame(column, here, now)
                    : ofAnother(column, id.get(), here);
        }
        return isLeft(column) ? now : here;
    }

    /** What stands beside a thing's id; a name that is not told again stays. */
    private JsonNode ofTheSame(Column column, JsonNode here, JsonNode now) {
        return isLeft(column) || (here.isMissingNode() && isName(column)) ? now : here;
    }

    /** What the export showed beside the id was of the thing before. Whose id is made of its name is called so. */
    private JsonNode ofAnother(Column column, Column id, JsonNode here) {
        if (!isAsShown(column)) {
            return here;
        }
        return row.things().stream()
                .filter(thing -> isName(column) && !KnownThings.PERSON.equals(id.thing()))
                .filter(thing -> thing.how() == ReadThing.How.MADE
                        && thing.id().equals(at(said, id).asString("")))
                .<JsonNode>map(thing -> StringNode.valueOf(thing.written()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** What a row says, with the sealed text wherever an export showed that nobody reads it any more. */
    private static JsonNode leftAsShown(JsonNode said, JsonNode original) {
        if (said.isString() && Withheld.REDACTED_TEXT.isSaidBy(said.stringValue()) && original.isString()) {
            return original;
        }
        if (said instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> field.setValue(leftAsShown(field.getValue(), original.path(field.getKey()))));
        } else if (said instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                items.set(i, leftAsShown(items.get(i), original.path(i)));
            }
        }
        return said;
    }

    private static boolean isOfTheSource(Column column) {
        return column.path().getFirst().equals("source");
    }

    private boolean hasAnotherSource() {
        JsonNode source = said.path("source");
        return !source.isMissingNode() && !source.equals(original.path("source"));
    }

    private static boolean isName(Column column) {
        return column.path().getLast().equals("name");
    }

    /** The column of the id of the thing that a column tells of. */
    private Optional<Column> idBeside(Column column) {
        List<String> around = column.path().subList(0, column.path().size() - 1);
        return Columns.of(EntryType.of(row.entry())).stream()
                .filter(each -> !around.isEmpty()
                        && each.thing() != null
                        && each.path().subList(0, each.path().size() - 1).equals(around))
                .findFirst();
    }

    /** What stands under a column; a thing that carries no name is its bare id. */
    static JsonNode at(JsonNode entry, Column column) {
        JsonNode at = entry;
        for (String field : column.path()) {
            at = at.isString() && field.equals("id") ? at : at.path(field);
        }
        return at.isNull() ? MissingNode.getInstance() : at;
    }

    private static void put(ObjectNode entry, Column column, JsonNode value) {
        ObjectNode around = entry;
        for (String field : column.path().subList(0, column.path().size() - 1)) {
            around = around.withObjectProperty(field);
        }
        around.set(column.path().getLast(), value);
    }
}
