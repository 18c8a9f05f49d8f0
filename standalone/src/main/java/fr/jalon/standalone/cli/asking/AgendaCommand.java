package fr.jalon.standalone.cli.asking;

import fr.jalon.standalone.cli.client.DatedQuestion;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import fr.jalon.standalone.cli.terminal.DayOption;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code jalon agenda}: what comes, what is announced, and what was announced and has not come. */
@Command(name = "agenda", mixinStandardHelpOptions = true)
public final class AgendaCommand extends DatedQuestion {
    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

    @Option(names = "--from", paramLabel = "${bundle:label.date}", descriptionKey = "agenda.from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "${bundle:label.date}", descriptionKey = "agenda.to")
    private @Nullable String to;

    @Override
    protected String path() {
        return territory.path("/agenda");
    }

    @Override
    protected Map<String, @Nullable String> more() {
        Map<String, @Nullable String> window = new HashMap<>();
        window.put("from", DayOption.day(from, DayOption.Taken.FIRST, err()));
        window.put("to", DayOption.day(to, DayOption.Taken.LAST, err()));
        return window;
    }

    @Override
    protected String told(JsonNode agenda) {
        StringBuilder text = new StringBuilder(Messages.say(
                "agenda.title",
                territory.called(server()),
                SpokenWords.fromTo(agenda),
                SpokenWords.dates().effective(agenda.path("asOf"))));
        agenda.path("items")
                .forEach(item -> text.append(System.lineSeparator())
                        .append(item.path("kind").asString("").equals("overdue") ? "! " : "  ")
                        .append(SpokenWords.words().sentence(item)));
        if (agenda.path("items").isEmpty()) {
            text.append(System.lineSeparator()).append(Messages.say("agenda.none"));
        }
        return text.toString();
    }
}
