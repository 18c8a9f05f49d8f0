package fr.jalon.standalone.cli.asking;

import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import fr.jalon.standalone.cli.client.DatedQuestion;
import fr.jalon.standalone.cli.client.EntryParameter;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.TextTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code jalon why}: what an answer on a subject rests on, what leaves it open, and what would settle it. */
@Command(name = "why", mixinStandardHelpOptions = true)
public final class WhyCommand extends DatedQuestion {
    /** Each is asked for by itself. */
    private static final int MOST_ENTRIES = 20;

    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

    @Parameters(index = "1", paramLabel = "${bundle:label.subject}", descriptionKey = "why.subject")
    @SuppressWarnings("NullAway.Init")
    private String subject;

    @Override
    protected String path() {
        return territory.path("/why");
    }

    @Override
    protected Map<String, @Nullable String> more() {
        return Map.of("subject", subject);
    }

    @Override
    protected String told(JsonNode why) {
        StringBuilder text = new StringBuilder(title(why)).append(System.lineSeparator());
        text.append(facts(why.path("facts"))).append(grounds(why));
        for (JsonNode doubt : why.path("doubts")) {
            text.append(System.lineSeparator()).append(doubt(doubt));
        }
        return text.toString();
    }

    private String title(JsonNode why) {
        String kind = SpokenWords.words().subject(why.path("subject").asString(""));
        String key = why.path("key").asString("");
        return Messages.say(
                why.path("position").asLong(0) == 0 ? "why.title.before" : "why.title",
                territory.called(server()),
                key.isEmpty() ? kind : kind + " " + key,
                SpokenWords.dates().effective(why.path("asOf")),
                SaidDates.minute(why.path("knownAt")),
                why.path("position").asString("0"));
    }

    private static String facts(JsonNode facts) {
        TextTable table = new TextTable("why.columns");
        for (JsonNode fact : facts) {
            table.row(
                    SpokenWords.words().value(fact.path("value")),
                    StateText.certainty(fact),
                    SpokenWords.dates().effective(fact.path("since")),
                    SpokenWords.dates().effective(fact.path("until")));
        }
        return table.isEmpty() ? Messages.say("why.none") + System.lineSeparator() : table.toString();
    }

    /** The entries that it rests on, as the history has them. */
    private String grounds(JsonNode why) {
        JsonNode ids = why.path("entries");
        if (ids.isEmpty()) {
            return "";
        }
        List<JsonNode> items = ids.valueStream()
                .limit(MOST_ENTRIES)
                .map(id -> server().get(
                                EntryParameter.path(territory.name(), id.asString("")),
                                Map.of("knownAt", why.path("position").asString("0"), "names", "true")))
                .toList();
        EntryWords text = SpokenWords.entries(items);
        TextTable table = new TextTable("history.columns");
        items.forEach(item -> table.row(text.cells(item, false)));
        String more = ids.size() > MOST_ENTRIES
                ? Messages.say("why.more", ids.size() - MOST_ENTRIES) + System.lineSeparator()
                : "";
        return System.lineSeparator() + Messages.say("why.entries") + System.lineSeparator() + table + more;
    }

    /** What would settle it, and below what is so in each case. */
    private static String doubt(JsonNode doubt) {
        TextTable open = TextTable.untitled();
        open.row(sentence(doubt.path("settledBy")));
        TextTable cases = TextTable.untitled();
        doubt.path("cases").forEach(each -> cases.row("–", sentence(each.path("sentence"))));
        return open.toString() + cases;
    }

    private static String sentence(JsonNode said) {
        return said.path(SpokenWords.words().language()).asString("");
    }
}
