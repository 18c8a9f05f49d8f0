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

    /** A reader of entries, which calls these by their positions. */
    public static EntryWords entries(Iterable<JsonNode> known) {
        return new EntryWords(Surroundings.current().language(), known);
    }
}
