package fr.jalon.standalone.cli.asking;

import fr.jalon.events.said.SaidDates;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.TextTable;
import tools.jackson.databind.JsonNode;

/** A state for people: what is so, and apart from it what is only announced. */
final class StateText {
    private StateText() {}

    static String of(JsonNode state) {
        TextTable facts = new TextTable("state.columns");
        for (var subject : state.path("facts").properties()) {
            for (JsonNode fact : subject.getValue()) {
                facts.row(
                        SpokenWords.words().subject(subject.getKey()),
                        SpokenWords.words().value(fact.path("value")),
                        certainty(fact),
                        SpokenWords.dates().effective(fact.path("since")),
                        SpokenWords.dates().effective(fact.path("until")));
            }
        }
        return title(state) + System.lineSeparator() + facts + outlook(state.path("outlook"));
    }

    private static String title(JsonNode state) {
        return Messages.say(
                state.path("position").asLong(0) == 0 ? "state.title.before" : "state.title",
                state.path("name").asString(state.path("territory").asString("")),
                SpokenWords.dates().effective(state.path("asOf")),
                SaidDates.minute(state.path("knownAt")),
                state.path("position").asString("0"));
    }

    /** As sure as it is, and whether somebody contests it. */
    static String certainty(JsonNode fact) {
        String certainty = fact.path("certainty").asString("certain");
        boolean isOneOfThese =
                certainty.equals("possible") && fact.path("held").asString("").equals("certain");
        return contested(Messages.say(isOneOfThese ? "possible.held" : certainty), fact);
    }

    private static String contested(String said, JsonNode fact) {
        return fact.path("contested").asBoolean(false) ? said + " (" + Messages.say("contested") + ")" : said;
    }

    private static String outlook(JsonNode announcements) {
        TextTable outlook = new TextTable("outlook.columns");
        for (JsonNode announced : announcements) {
            outlook.row(
                    SpokenWords.words().type(announced.path("type").asString("")),
                    SpokenWords.words().value(announced.path("value")),
                    contested(
                            SpokenWords.words().status(announced.path("status").asString("planned")), announced),
                    SpokenWords.dates().effective(announced.path("effective")));
        }
        return outlook.isEmpty()
                ? ""
                : System.lineSeparator() + Messages.say("outlook.title") + System.lineSeparator() + outlook;
    }
}
