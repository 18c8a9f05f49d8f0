package fr.jalon.standalone.cli;

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

    /** What was wrong with a line: each fault with its place. */
    static String problem(JsonNode result) {
        StringBuilder text = new StringBuilder(result.path("status").asString(""));
        for (JsonNode error : result.path("errors")) {
            text.append(" | ")
                    .append(error.path("pointer").asString(""))
                    .append(' ')
                    .append(error.path("detail").asString(error.path("code").asString("")));
        }
        return text.toString();
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
