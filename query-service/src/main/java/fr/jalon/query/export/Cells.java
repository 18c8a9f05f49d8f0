package fr.jalon.query.export;

import fr.jalon.answers.Sight;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Field;
import fr.jalon.events.json.Form;
import fr.jalon.events.json.Shape;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.Items;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The cells of an entry's or a fact's JSON, under the columns by which a table of entries is recorded. */
public final class Cells {
    private static final Set<String> HEADER =
            Shape.of(Header.class).fields().stream().map(Field::name).collect(Collectors.toUnmodifiableSet());

    /** Those of all types, each once: one name means one thing in the whole vocabulary. */
    static final Map<String, Column> OF_ENTRIES = columns();

    /** Those that tell more than the header: all that a fact's value may have. */
    static final Map<String, Column> OF_VALUES = ownColumns();

    /** Stands where an amount is that is not for the reader. */
    private static final String HIDDEN = "hidden";

    private static final List<String> AMOUNT = List.of("amount", "value");

    private Cells() {}

    /** What stands under a column; null where nothing does. */
    public static @Nullable Object of(JsonNode json, Column column) {
        if (Sight.isHidden(json) && column.path().equals(AMOUNT)) {
            return HIDDEN;
        }
        JsonNode at = json;
        for (String field : column.path()) {
            // A thing that carries no name is its bare id.
            at = at.isString() && field.equals("id") ? at : at.path(field);
        }
        if (at.isMissingNode() || at.isNull()) {
            return null;
        }
        return column.many() ? Items.joined(at.valueStream().map(Cells::item).toList()) : one(at, column.form());
    }

    private static Object one(JsonNode node, Form form) {
        return switch (form) {
            case Form.Count ignored -> node.longValue();
            case Form.Flag ignored -> node.asString();
            case Form.Text text
            when text.faultCode() == FaultCode.INVALID_DECIMAL -> new BigDecimal(node.stringValue());
            case Form.Content ignored -> node.toString();
            default -> node.stringValue();
        };
    }

    /** {@code mel}, or {@code mel (Métropole européenne de Lille)}. */
    private static String item(JsonNode node) {
        String name = node.path("name").asString("");
        String id = node.isObject() ? node.path("id").stringValue() : node.stringValue();
        return name.isEmpty() ? id : id + " (" + name + ")";
    }

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        EntryType.all().forEach(type -> Columns.of(type).forEach(column -> columns.putIfAbsent(column.name(), column)));
        return columns;
    }

    private static Map<String, Column> ownColumns() {
        Map<String, Column> own = new LinkedHashMap<>();
        List<EntryType> ofTheWorld = EntryType.all().stream()
                .filter(type -> !type.isAboutTheRegister())
                .toList();
        ofTheWorld.forEach(type -> Columns.of(type).stream()
                .filter(Cells::isOwn)
                .forEach(column -> own.putIfAbsent(column.name(), column)));
        return own;
    }

    private static boolean isOwn(Column column) {
        String field = column.path().getFirst();
        return !field.equals("type") && !HEADER.contains(field);
    }
}
