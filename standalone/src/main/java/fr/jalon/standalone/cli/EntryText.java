package fr.jalon.standalone.cli;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** An entry, or what became of one, as a line for people. */
final class EntryText {
    private EntryText() {}

    /** An entry of the history: position, when, who, what. */
    static String of(JsonNode item) {
        JsonNode entry = item.path("entry");
        return "%4d  %s  %-10s  %-46s %s%s"
                .formatted(
                        item.path("position").asLong(0),
                        item.path("recordedAt").asString(""),
                        item.path("actor").asString(""),
                        Words.type(entry.path("type").asString("")),
                        entry.path("effective").asString(""),
                        marks(item));
    }

    /** What was wrong with a line, each fault with its place: a column of a table, or a field. */
    static List<String> faults(JsonNode result) {
        String line = result.path("line").asString("");
        if (result.path("errors").isEmpty()) {
            return List.of(fault(
                    line,
                    "",
                    result.path("detail").asString(result.path("title").asString(""))));
        }
        return result.path("errors")
                .valueStream()
                .map(error -> fault(
                        line,
                        error.path("column").asString(error.path("pointer").asString("")),
                        error.path("detail").asString("")))
                .toList();
    }

    /** One row of the table of faults. */
    static String fault(String line, String place, String sentence) {
        return "%7s  %-28s  %s".formatted(line, place, sentence);
    }

    private static String marks(JsonNode item) {
        StringBuilder marks = new StringBuilder();
        for (String mark : new String[] {"correctedBy", "retractedBy", "contestedBy", "abandonedBy"}) {
            JsonNode by = item.path(mark);
            if (by.isString() || by.isObject() || (by.isArray() && !by.isEmpty())) {
                marks.append("  [").append(Messages.say("mark." + mark)).append(']');
            }
        }
        return marks.toString();
    }
}
