package fr.jalon.standalone.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A state as a table for people. */
final class StateText {
    private static final int WIDEST = 64;

    private StateText() {}

    static String of(JsonNode state) {
        List<String[]> rows = new ArrayList<>();
        rows.add(Messages.say("state.columns").split("\\|"));
        for (var subject : state.path("facts").properties()) {
            for (JsonNode fact : subject.getValue()) {
                rows.add(new String[] {
                    subject.getKey(),
                    value(fact.path("value")),
                    Messages.say(fact.path("certainty").asString("certain"))
                            + (fact.path("contested").asBoolean(false) ? " (" + Messages.say("contested") + ")" : ""),
                    fact.path("since").asString(""),
                    fact.path("until").asString("")
                });
            }
        }
        for (JsonNode announced : state.path("outlook")) {
            rows.add(new String[] {
                announced.path("type").asString(""),
                value(announced.path("value")),
                Messages.say(announced.path("status").asString("planned")),
                announced.path("effective").asString(""),
                ""
            });
        }
        return Messages.say(
                        "state.title",
                        state.path("name").asString(state.path("territory").asString("")),
                        state.path("asOf").asString(""),
                        state.path("knownAt").asString(""),
                        state.path("position").asLong(0))
                + System.lineSeparator()
                + table(rows);
    }

    static String value(JsonNode value) {
        StringBuilder text = new StringBuilder();
        value.properties()
                .forEach(attribute -> text.append(text.isEmpty() ? "" : ", ").append(shown(attribute.getValue())));
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text.toString();
    }

    private static String shown(JsonNode node) {
        if (node.isArray()) {
            StringBuilder items = new StringBuilder();
            node.forEach(item -> items.append(items.isEmpty() ? "" : " + ").append(shown(item)));
            return items.toString();
        }
        if (node.isObject()) {
            return node.path("name").isString()
                    ? node.path("name").stringValue()
                    : node.path("id").isString() ? node.path("id").stringValue() : amount(node);
        }
        return node.asString("");
    }

    private static String amount(JsonNode node) {
        return node.path("value").asString("") + " " + node.path("currency").asString("");
    }

    private static String table(List<String[]> rows) {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).repeat(" ", widths[i] - row[i].length() + 2);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }
}
