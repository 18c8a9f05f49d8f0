package fr.jalon.standalone.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A state as a table for people. */
final class StateText {
    private StateText() {}

    static String of(JsonNode state) {
        List<String[]> rows = new ArrayList<>();
        rows.add(Messages.say("state.columns").split("\\|"));
        for (var subject : state.path("facts").properties()) {
            for (JsonNode fact : subject.getValue()) {
                rows.add(new String[] {
                    Words.subject(subject.getKey()),
                    Words.value(fact.path("value")),
                    Messages.say(fact.path("certainty").asString("certain"))
                            + (fact.path("contested").asBoolean(false) ? " (" + Messages.say("contested") + ")" : ""),
                    fact.path("since").asString(""),
                    fact.path("until").asString("")
                });
            }
        }
        for (JsonNode announced : state.path("outlook")) {
            rows.add(new String[] {
                Words.type(announced.path("type").asString("")),
                Words.value(announced.path("value")),
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
