package fr.jalon.tables.column;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
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
            if (field.name().equals("territory")) {
                add(columns, List.of(), field, true);
                columns.add(new Column(List.of("type"), TEXT, false, true));
            } else if (field.name().equals("status")) {
                columns.add(new Column(List.of(field.name()), field.form(), false, false));
                Shape.of(type.form()).fields().forEach(own -> add(columns, List.of(), own, true));
            } else {
                add(columns, List.of(), field, !field.name().equals("entryId"));
            }
        }
        return List.copyOf(columns);
    }

    private static void add(List<Column> columns, List<String> above, Field field, boolean needed) {
        List<String> path = new ArrayList<>(above);
        path.add(field.name());
        boolean required = needed && field.required();
        switch (field.form()) {
            case Form.Named thing -> addThing(columns, path, thing, required);
            case Form.Nested(Shape shape) -> addAll(columns, path, shape, required);
            case Form.Many(Form.Named item) ->
                columns.add(new Column(path, item, true, required, item.kind(field.name())));
            case Form.Many(Form item) -> columns.add(new Column(path, item, true, required));
            case Form.Text text -> columns.add(new Column(path, text, false, required));
            case Form.Count count -> columns.add(new Column(path, count, false, required));
            case Form.Flag flag -> columns.add(new Column(path, flag, false, required));
            case Form.Choice choice -> columns.add(new Column(path, choice, false, required));
            case Form.Content content -> columns.add(new Column(path, content, false, required));
        }
    }

    private static void addThing(List<Column> columns, List<String> path, Form.Named thing, boolean required) {
        int id = columns.size();
        addAll(columns, path, thing.shape(), required);
        Column first = columns.get(id);
        String kind = thing.kind(path.getLast());
        columns.set(id, new Column(first.path(), first.form(), first.many(), first.required(), kind));
    }

    private static void addAll(List<Column> columns, List<String> path, Shape shape, boolean required) {
        shape.fields().forEach(field -> add(columns, path, field, required));
    }
}
