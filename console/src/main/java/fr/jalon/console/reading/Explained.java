package fr.jalon.console.reading;

import fr.jalon.console.client.FactTold;
import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.FactRow;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why something is so: what it rests on, what is in doubt, what would settle it.
 *
 * @param subject what it is about, in words
 * @param facts what is so on the day, in words
 * @param entries what it rests on
 */
public record Explained(
        String subject, String code, String key, List<FactRow> facts, List<EntryRow> entries, List<Doubt> doubts) {
    /**
     * One doubt.
     *
     * @param type of the entry whose day is not known
     * @param ofTheEnd whether it is the day of its end
     * @param within between which days it is
     * @param cases what is so in each case
     */
    public record Doubt(String type, boolean ofTheEnd, String within, List<String> cases) {}

    static Explained of(JsonNode why, Function<String, JsonNode> entry, Visit visit) {
        Words words = visit.words();
        List<JsonNode> items = why.path("entries")
                .valueStream()
                .map(id -> entry.apply(id.asString("")))
                .toList();
        return new Explained(
                words.answers().subject(why.path("subject").asString("")),
                why.path("subject").asString(""),
                why.path("key").asString(""),
                why.path("facts")
                        .valueStream()
                        .map(fact -> FactRow.of(
                                why.path("subject").asString(""),
                                JsonMapper.shared().treeToValue(fact, FactTold.class),
                                words))
                        .toList(),
                EntryRow.of(items, words, visit.caller().language()),
                why.path("doubts")
                        .valueStream()
                        .map(doubt -> doubt(doubt, words))
                        .toList());
    }

    private static Doubt doubt(JsonNode doubt, Words words) {
        return new Doubt(
                words.answers().type(doubt.path("type").asString("")),
                doubt.path("ofTheEnd").asBoolean(false),
                words.within(day(doubt, "earliest"), day(doubt, "latest")),
                doubt.path("cases")
                        .valueStream()
                        .map(each -> sentence(each, words))
                        .toList());
    }

    private static LocalDate day(JsonNode doubt, String which) {
        String day = doubt.path(which).asString("");
        return day.isEmpty() ? (which.equals("earliest") ? Days.ALWAYS : Days.NEVER) : LocalDate.parse(day);
    }

    private static String sentence(JsonNode told, Words words) {
        return told.path("sentence").path(words.code()).asString("");
    }
}
