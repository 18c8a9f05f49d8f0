package fr.jalon.standalone.cli.terminal;

import fr.jalon.events.said.AnswerWords;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import tools.jackson.databind.JsonNode;

/** What answers say, in the language of whoever reads this terminal. */
public final class SpokenWords {
    private SpokenWords() {}

    public static AnswerWords words() {
        return AnswerWords.in(Surroundings.current().language());
    }

    public static SaidDates dates() {
        return SaidDates.in(Surroundings.current().language());
    }

    /** The days that an answer goes over: « du 1ᵉʳ janvier au 31 mars 2023 ». */
    public static String fromTo(JsonNode answer) {
        String from = answer.path("from").asString("");
        String to = answer.path("to").asString("");
        return dates().effective(from.equals(to) ? from : "[" + from + ".." + to + "]");
    }

    /** A reader of entries, which calls these by their positions. */
    public static EntryWords entries(Iterable<JsonNode> known) {
        return new EntryWords(Surroundings.current().language(), known);
    }
}
