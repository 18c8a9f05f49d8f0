package fr.jalon.standalone.cli.terminal;

import fr.jalon.events.said.AnswerWords;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import tools.jackson.databind.JsonNode;

/** What answers say, in the language of whoever reads this terminal. */
public final class SpokenWords {
    private static final String BETWEEN = "/";
    private static final String NO_END = "..";

    private SpokenWords() {}

    public static AnswerWords words() {
        return AnswerWords.in(Surroundings.current().language());
    }

    public static SaidDates dates() {
        return SaidDates.in(Surroundings.current().language());
    }

    /** The days that an answer goes over: « du 1ᵉʳ janvier au 31 mars 2023 ». */
    public static String fromTo(JsonNode answer) {
        return days(
                answer.path("from").asString("") + BETWEEN + answer.path("to").asString(""));
    }

    /** The same of such days as answers write them: {@code 2023-01-01/2023-03-31}, {@code ..} where there is no end. */
    public static String days(String interval) {
        String[] ends = interval.split(BETWEEN, -1);
        if (ends.length != 2 || ends[0].equals(ends[1])) {
            return ends[0].equals(NO_END) ? Messages.say("days.all") : dates().effective(ends[0]);
        }
        return dates().effective("[" + end(ends[0]) + NO_END + end(ends[1]) + "]");
    }

    private static String end(String day) {
        return day.equals(NO_END) ? "" : day;
    }

    /** A reader of entries, which calls these by their positions. */
    public static EntryWords entries(Iterable<JsonNode> known) {
        return new EntryWords(Surroundings.current().language(), known);
    }
}
