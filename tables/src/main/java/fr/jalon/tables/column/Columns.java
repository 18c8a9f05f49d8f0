package fr.jalon.tables.column;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.json.EntrySchema;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Field;
import fr.jalon.events.json.Form;
import fr.jalon.events.json.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns each type of entry has, from the same shapes as its JSON. */
public final class Columns {
    private static final Form TEXT = new Form.Text(FaultCode.INVALID_TEXT, "", "", text -> text);
    private static final Map<EntryType, List<Column>> ALL = EntryType.all().stream()
            .collect(Collectors.toMap(Function.identity(), Columns::columns, (one, other) -> one, LinkedHashMap::new));

    private Columns() {}

    /** Those of a type, in the order in which its JSON is written. */
    public static List<Column> of(EntryType type) {
        return Objects.requireNonNull(ALL.get(type));
    }

    private static List<Column> columns(EntryType type) {
        List<Column> columns = new ArrayList<>();
        for (Field field : Shape.of(Header.class).fields()) {
            switch (field.name()) {
                case "territory" -> {
                    add(columns, List.of(), field, Need.ALWAYS);
                    columns.add(new Column(List.of("type"), TEXT, false, Need.ALWAYS));
                }
                case "effective" -> {
                    Need need = EntrySchema.isDated(type.form()) ? Need.ALWAYS : Need.IF_KNOWN;
                    columns.add(new Column(List.of(field.name()), field.form(), false, need));
                }
                case "status" -> {
                    columns.add(new Column(List.of(field.name()), field.form(), false, Need.IF_KNOWN));
                    Shape own = Shape.of(type.form());
                    own.fields().forEach(each -> add(columns, List.of(), each, need(own, each)));
                }
                default -> add(columns, List.of(), field, Need.IF_KNOWN);
            }
        }
        return List.copyOf(columns);
    }

    private static Need need(Shape shape, Field field) {
        Need unless = shape.alternatives().contains(field) ? Need.ONE_OF : Need.IF_KNOWN;
        return field.required() ? Need.ALWAYS : unless;
    }

    private static void add(List<Column> columns, List<String> above, Field field, Need need) {
        List<String> path = new ArrayList<>(above);
        path.add(field.name());
        switch (field.form()) {
            case Form.Named thing -> addThing(columns, path, thing, need);
            case Form.Nested(Shape shape) -> addAll(columns, path, shape, need);
            case Form.Many(Form.Named item) -> columns.add(new Column(path, item, true, need, item.kind(field.name())));
            case Form.Many(Form item) -> columns.add(new Column(path, item, true, need));
            case Form.Text text -> columns.add(new Column(path, text, false, need));
            case Form.Count count -> columns.add(new Column(path, count, false, need));
            case Form.Flag flag -> columns.add(new Column(path, flag, false, need));
            case Form.Choice choice -> columns.add(new Column(path, choice, false, need));
            case Form.Content content -> columns.add(new Column(path, content, false, need));
        }
    }

    private static void addThing(List<Column> columns, List<String> path, Form.Named thing, Need need) {
        int id = columns.size();
        addAll(columns, path, thing.shape(), need);
        Column first = columns.get(id);
        String kind = thing.kind(path.getLast());
        columns.set(id, new Column(first.path(), first.form(), first.many(), first.need(), kind));
    }

    private static void addAll(List<Column> columns, List<String> path, Shape shape, Need need) {
        shape.fields().forEach(field -> add(columns, path, field, field.required() ? need : Need.IF_KNOWN));
    }
}
