package fr.jalon.standalone.cli.asking;

import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.events.said.EntryWords;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines of a replay for people: each entry, its source, and what it moved. Things are called what the lines so far
 * call them.
 */
final class StepText {
    private static final String INDENT = "    ";

    private final Map<Subject, String> names = new HashMap<>();
    private final EntryWords entries = SpokenWords.entries(List.of());
    private final boolean ids;

    /** With the entries' ids, or without. */
    StepText(boolean ids) {
        this.ids = ids;
    }

    /** The next line in order. */
    String of(JsonNode step) {
        learn(step);
        entries.learn(step);
        StringBuilder text = new StringBuilder(String.join("  ", entries.cells(step, ids)));
        String source = step.path("entry").path("source").path("title").asString("");
        if (!source.isEmpty()) {
            line(text, Messages.say("replay.source", source));
        }
        String quote = step.path("entry").path("source").path("quote").asString("");
        if (!quote.isEmpty()) {
            line(text, Messages.say("replay.quote", quote));
        }
        boolean any = false;
        for (JsonNode moved : step.path("moved")) {
            if (!moved.path("subject").asString("").equals(CompanionKind.NAME.code())) {
                any = true;
                moved(text, moved);
            }
        }
        if (!any && !step.has("error")) {
            line(text, Messages.say("replay.nothing"));
        }
        return text.toString();
    }

    private void learn(JsonNode step) {
        for (JsonNode moved : step.path("moved")) {
            if (moved.path("subject").asString("").equals(CompanionKind.NAME.code())) {
                moved.path("after")
                        .forEach(span -> names.put(
                                CompanionKind.NAME.of(moved.path("key").asString("")),
                                span.path("value").path("name").asString("")));
            }
        }
    }

    private void moved(StringBuilder text, JsonNode moved) {
        String key = moved.path("key").asString("");
        boolean isAnnounced = moved.path("subject").asString("").equals(CompanionKind.OUTLOOK.code());
        line(
                text,
                Messages.say(
                        "replay.moved",
                        SpokenWords.words().subject(moved.path("subject").asString(""))
                                + (key.isEmpty() || isAnnounced ? "" : " " + key)));
        for (JsonNode span : moved.path("before")) {
            if (!among(span, moved.path("after"))) {
                line(text, Messages.say("replay.before", isAnnounced ? announced(span) : span(span)));
            }
        }
        for (JsonNode span : moved.path("after")) {
            if (!among(span, moved.path("before"))) {
                line(text, Messages.say("replay.after", isAnnounced ? announced(span) : span(span)));
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

    private String span(JsonNode span) {
        return Messages.say(
                "replay.values",
                SpokenWords.words().value(named(span)),
                SpokenWords.days(span.path("possible").asString("")),
                span.path("certain").isString()
                        ? SpokenWords.days(span.path("certain").stringValue())
                        : Messages.say("replay.never"));
    }

    /** What is only announced holds for no day. */
    private String announced(JsonNode span) {
        JsonNode value = named(span);
        return Messages.say(
                "replay.announced",
                SpokenWords.words().type(value.path("type").asString("")),
                SpokenWords.words().said(value, Set.of("type", "status")),
                SpokenWords.words().status(value.path("status").asString("planned")),
                SpokenWords.dates().effective(span.path("since")));
    }

    private JsonNode named(JsonNode span) {
        return span.path("value") instanceof ObjectNode value ? Names.named(value, names) : span.path("value");
    }

    private static void line(StringBuilder text, String line) {
        text.append(System.lineSeparator()).append(INDENT).append(line);
    }
}
