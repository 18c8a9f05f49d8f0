package fr.jalon.readmodel.projection;

import fr.jalon.events.entry.Organisation;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Field;
import fr.jalon.events.json.Form;
import fr.jalon.events.json.Shape;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.register.FactShape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For analysts: one view a kind of fact, as known now, with a typed column for whatever its entries may say of it. Its
 * {@code possible}, {@code certain} and {@code held} are ranges of days: {@code possible @> date '2023-06-01'}. The
 * role {@code jalon_analyst} may read all columns but those of amounts and persons.
 */
final class FactViews {
    private static final String PERSON = "person";
    private static final String CURRENCY = "currency";

    private FactViews() {}

    /** What makes them, all in one text. */
    static String sql() {
        return Arrays.stream(FactKind.values()).map(FactViews::view).collect(Collectors.joining("\n"));
    }

    /**
     * One of them.
     *
     * @param joined where its name is found, for the name of a thing; else empty
     * @param isForAnalysts whether it tells neither an amount nor a person
     */
    private record Column(String name, String value, String joined, boolean isForAnalysts) {
        Column(String name, String value) {
            this(name, value, "", true);
        }

        Column hidden() {
            return new Column(name, value, joined, false);
        }
    }

    private static String view(FactKind kind) {
        List<Column> columns = fields(kind).flatMap(FactViews::columns).toList();
        return """
                create view %1$s as
                select s.territory, %2$s,
                    s.since, s.until, s.possible, s.certain, s.held, s.contested, s.entries
                from span s%3$s
                where s.subject = '%4$s' and upper_inf(s.recorded);
                grant select (territory, %5$s since, until, possible, certain, held, contested, entries)
                    on %1$s to jalon_analyst;
                """.formatted(
                        sqlName(kind.code()),
                        columns.stream()
                                .map(column -> "%s as \"%s\"".formatted(column.value, column.name))
                                .collect(Collectors.joining(", ")),
                        columns.stream().map(Column::joined).collect(Collectors.joining()),
                        kind.code(),
                        columns.stream()
                                .filter(Column::isForAnalysts)
                                .map(column -> "\"%s\",".formatted(column.name))
                                .collect(Collectors.joining(" ")));
    }

    /** What a thing is called is in the view of names. */
    private static Stream<Field> fields(FactKind kind) {
        return FactShape.fields(kind).stream().filter(field -> !field.name().equals("name"));
    }

    private static Stream<Column> columns(Field field) {
        String name = field.name();
        return switch (field.form()) {
            case Form.Named thing
            when thing.kind(name).equals(PERSON) -> thing(name, thing).map(Column::hidden);
            case Form.Named thing -> thing(name, thing);
            case Form.Nested(Shape amount)
            when amount.fields().stream().anyMatch(part -> part.name().equals(CURRENCY)) ->
                amount.fields().stream().map(part -> part(name, part).hidden());
            case Form.Nested(Shape shape) -> shape.fields().stream().map(part -> part(name, part));
            case Form.Many(Form.Named many) -> {
                Stream<Column> ids =
                        array(name, "array(select thing ->> 'id' from jsonb_array_elements(s.value -> '%s') thing)");
                yield many.thing() == Organisation.class ? ids : ids.map(Column::hidden);
            }
            case Form.Many ignored -> array(name, "array(select jsonb_array_elements_text(s.value -> '%s'))");
            case Form.Text text -> plain(name, text);
            case Form.Choice choice -> plain(name, choice);
            case Form.Count count -> plain(name, count);
            case Form.Flag flag -> plain(name, flag);
            case Form.Content ignored -> throw new IllegalArgumentException("A fact is no entry");
        };
    }

    private static Stream<Column> array(String name, String items) {
        return Stream.of(new Column(sqlName(name), items.formatted(name)));
    }

    private static Stream<Column> plain(String name, Form form) {
        return Stream.of(new Column(sqlName(name), typed("s.value ->> '%s'".formatted(name), form)));
    }

    /** Its id, its name, and what else is told of it. */
    private static Stream<Column> thing(String field, Form.Named thing) {
        String id = "s.value -> '%s' ->> 'id'".formatted(field);
        String name = sqlName(field) + "_name";
        Column named = new Column(name, name + ".name", """

                    left join name %1$s
                        on (%1$s.territory, %1$s.kind, %1$s.id) = (s.territory, '%2$s', %3$s)\
                """.formatted(name, thing.kind(field), id), true);
        return Stream.concat(
                Stream.of(new Column(sqlName(field), id), named),
                thing.shape().fields().stream()
                        .filter(part ->
                                !part.name().equals("id") && !part.name().equals("name"))
                        .map(part -> part(field, part)));
    }

    /** A part is a column of its own; the value of a whole is called as the whole is. */
    private static Column part(String field, Field part) {
        return new Column(
                sqlName(part.name().equals("value") ? field : part.name()),
                typed("s.value -> '%s' ->> '%s'".formatted(field, part.name()), part.form()));
    }

    private static String typed(String text, Form form) {
        return switch (form) {
            case Form.Text said -> said.faultCode() == FaultCode.INVALID_DECIMAL ? "(" + text + ")::numeric" : text;
            case Form.Choice ignored -> text;
            case Form.Count ignored -> "(" + text + ")::integer";
            case Form.Flag ignored -> "(" + text + ")::boolean";
            case Form.Named ignored -> throw deep(text);
            case Form.Many ignored -> throw deep(text);
            case Form.Nested ignored -> throw deep(text);
            case Form.Content ignored -> throw deep(text);
        };
    }

    private static IllegalArgumentException deep(String place) {
        return new IllegalArgumentException(place + " is no text: no column is made of it");
    }

    /** {@code budget_line} for {@code budgetLine}, {@code funding_gap} for {@code funding-gap}. */
    private static String sqlName(String name) {
        return name.replace('-', '_').replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
