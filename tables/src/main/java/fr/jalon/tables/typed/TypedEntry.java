package fr.jalon.tables.typed;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Form;
import fr.jalon.events.label.Labels;
import fr.jalon.events.phrase.DateReader;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.events.phrase.Wanted;
import fr.jalon.events.time.Point;
import fr.jalon.tables.column.CellText;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.Euro;
import fr.jalon.tables.column.TypedField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry that is being typed, field by field, each as people write it. Dates are said back as they were read.
 *
 * @param things those of its territory
 */
public record TypedEntry(EntryType type, ObjectNode entry, TypedThings things, Typist typist) {
    /**
     * Sets a field to what is typed for it; to nothing where that is blank.
     *
     * @throws Misread if it cannot be read
     */
    public void set(Column column, String text) {
        String last = column.path().getLast();
        if (text.isBlank()) {
            clear(entry, column.path());
        } else if (column.thing() != null && !column.many()) {
            JsonNode thing = things.one(text, column.thing());
            ObjectNode around = around(column.path(), true);
            if (thing instanceof ObjectNode named) {
                around.setAll(named);
            } else {
                around.set(last, thing);
            }
        } else if (column.thing() != null) {
            around(column.path(), false).set(last, things.many(text, column.thing()));
        } else {
            JsonNode value = read(column, text);
            around(column.path(), false).set(last, value);
        }
    }

    /** Whether the field has a value. */
    public boolean has(Column column) {
        JsonNode node = entry;
        for (String field : column.path()) {
            boolean isBareId = node.isString() && field.equals("id");
            node = isBareId ? node : node.path(field);
        }
        return !node.isMissingNode() && !node.isNull();
    }

    /** Takes a field away, and what held it where that then holds nothing. */
    private static void clear(ObjectNode around, List<String> path) {
        String first = path.getFirst();
        if (path.size() == 1) {
            around.remove(first);
        } else if (around.get(first) instanceof ObjectNode inner) {
            clear(inner, path.subList(1, path.size()));
            if (inner.isEmpty()) {
                around.remove(first);
            }
        } else if (path.get(1).equals("id")) {
            around.remove(first);
        }
    }

    /** The object that holds the field; another thing has none of what the one before had. */
    private ObjectNode around(List<String> path, boolean isAnother) {
        ObjectNode around = entry;
        for (String field : path.subList(0, path.size() - 1)) {
            JsonNode there = around.get(field);
            if (there instanceof ObjectNode object) {
                around = object;
            } else {
                ObjectNode whole = around.putObject(field);
                if (there != null && there.isString()) {
                    whole.set("id", there);
                }
                around = whole;
            }
        }
        if (isAnother) {
            around.removeAll();
        }
        return around;
    }

    private JsonNode read(Column column, String typed) {
        String text = isSum(column) ? sum(column, CellText.trimmed(typed)) : typed;
        if (TypedField.isAmbiguous(text, column)) {
            throw typist.misread(
                    "ambiguous",
                    text.strip(),
                    column.label(Labels.in(typist.language().locale())));
        }
        return column.kind().equals("date") && column.form() instanceof Form.Text form
                ? entry.stringNode(date(text, form))
                : listed(column, TypedField.json(text, column));
    }

    /** What is typed, where it is on its list if that is closed. */
    private JsonNode listed(Column column, JsonNode typed) {
        List<Code> choices = column.choices();
        boolean isOnIt = column.many()
                || choices.isEmpty()
                || choices.stream().anyMatch(choice -> choice.code().equals(typed.asString("")));
        if (!isOnIt) {
            Labels labels = Labels.in(typist.language().locale());
            throw typist.misread(
                    "not-listed",
                    typed.asString(""),
                    column.label(labels),
                    choices.stream().map(labels::of).collect(Collectors.joining(", ")));
        }
        return typed;
    }

    private boolean isSum(Column column) {
        return column.kind().equals("decimal")
                && Columns.of(type).stream().anyMatch(each -> each.path().equals(currency(column)));
    }

    private static List<String> currency(Column sum) {
        List<String> path = new ArrayList<>(sum.path());
        path.set(path.size() - 1, "currency");
        return path;
    }

    /** The number of a sum, whose euros are set beside it. */
    private String sum(Column column, String text) {
        if (Euro.isIn(text)) {
            ObjectNode around = around(column.path(), false);
            String currency = around.path("currency").asString(Euro.CODE);
            if (!currency.equals(Euro.CODE)) {
                throw typist.misread("two-currencies", text, currency);
            }
            around.put("currency", Euro.CODE);
        }
        return Euro.number(text);
    }

    private String date(String text, Form.Text form) {
        Wanted wanted = form.schemaValue().equals(Point.PATTERN) ? Wanted.POINT : Wanted.EFFECTIVE;
        return switch (new DateReader(wanted, typist.language(), typist.today()).read(text)) {
            case DateReading.Read read -> {
                if (read.isSaidOtherwise()) {
                    typist.tell("date", read.saidBack(typist.language()), read.text());
                }
                yield read.text();
            }
            case DateReading.Refused refused -> throw new Misread(refused.sentence(typist.language()));
        };
    }
}
