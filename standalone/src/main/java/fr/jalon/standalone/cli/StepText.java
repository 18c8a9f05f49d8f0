package fr.jalon.standalone.cli;

import tools.jackson.databind.JsonNode;

/** A line of a replay for people: the entry, its source, and what it moved. */
final class StepText {
    private StepText() {}

    static String of(JsonNode step) {
        StringBuilder text = new StringBuilder(EntryText.of(step));
        String source = step.path("entry").path("source").path("title").asString("");
        if (!source.isEmpty()) {
            line(text, Messages.say("replay.source", source));
        }
        boolean any = false;
        for (JsonNode moved : step.path("moved")) {
            if (!moved.path("subject").asString("").equals("name")) {
                any = true;
                moved(text, moved);
            }
        }
        if (!any && !step.has("error")) {
            line(text, Messages.say("replay.nothing"));
        }
        return text.toString();
    }

    private static void moved(StringBuilder text, JsonNode moved) {
        String key = moved.path("key").asString("");
        line(
                text,
                Messages.say(
                        "replay.moved",
                        Words.subject(moved.path("subject").asString("")) + (key.isEmpty() ? "" : " " + key)));
        for (JsonNode span : moved.path("before")) {
            if (!among(span, moved.path("after"))) {
                line(text, Messages.say("replay.before", span(span)));
            }
        }
        for (JsonNode span : moved.path("after")) {
            if (!among(span, moved.path("before"))) {
                line(text, Messages.say("replay.after", span(span)));
            }
        }
    }

    private static boolean among(JsonNode span, JsonNode spans) {
        for (JsonNode each : spans) {
            if (each.equals(span)) {
                return true;
            }
        }
        return false;
    }

    private static String span(JsonNode span) {
        return Messages.say(
                "replay.values",
                Words.value(span.path("value")),
                span.path("possible").asString(""),
                span.path("certain").asString(Messages.say("replay.never")));
    }

    private static void line(StringBuilder text, String line) {
        text.append(System.lineSeparator()).append(line);
    }
}
