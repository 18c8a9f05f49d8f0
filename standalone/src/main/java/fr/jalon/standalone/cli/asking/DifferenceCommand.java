package fr.jalon.standalone.cli.asking;

import fr.jalon.standalone.cli.client.DatedQuestion;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import fr.jalon.standalone.cli.terminal.DayOption;
import fr.jalon.standalone.cli.terminal.DayOption.Taken;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code jalon difference}: what changed between two days, or what was learned between two places of the register. */
@Command(name = "difference", mixinStandardHelpOptions = true)
public final class DifferenceCommand extends DatedQuestion {
    private static final List<String> MOVES = List.of("began", "ended", "changed");

    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

    @Option(names = "--from", paramLabel = "${bundle:label.date}", descriptionKey = "difference.from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "${bundle:label.date}", descriptionKey = "difference.to")
    private @Nullable String to;

    @Option(names = "--known-from", paramLabel = "${bundle:label.known-at}", descriptionKey = "difference.known-from")
    private @Nullable String knownFrom;

    @Option(names = "--known-to", paramLabel = "${bundle:label.known-at}", descriptionKey = "difference.known-to")
    private @Nullable String knownTo;

    @Override
    protected String path() {
        return territory.path("/difference");
    }

    @Override
    protected Map<String, @Nullable String> more() {
        if ((from == null) == (knownFrom == null)) {
            throw new Trouble(ExitCode.USAGE, Messages.say("difference.axis"));
        }
        Map<String, @Nullable String> axis = new HashMap<>();
        axis.put("from", DayOption.day(from, Taken.LAST, err()));
        axis.put("to", DayOption.day(to, Taken.LAST, err()));
        axis.put("knownFrom", DayOption.knownAt(knownFrom, err()));
        axis.put("knownTo", DayOption.knownAt(knownTo, err()));
        return axis;
    }

    @Override
    protected String told(JsonNode difference) {
        StringBuilder text = new StringBuilder(title(difference));
        int told = text.length();
        for (String move : MOVES) {
            if (!difference.path(move).isEmpty()) {
                text.append(System.lineSeparator()).append(Messages.say("difference." + move));
                difference
                        .path(move)
                        .forEach(change -> text.append(System.lineSeparator())
                                .append("  ")
                                .append(SpokenWords.words().sentence(change)));
            }
        }
        return told == text.length()
                ? text.append(System.lineSeparator())
                        .append(Messages.say("difference.none"))
                        .toString()
                : text.toString();
    }

    private String title(JsonNode difference) {
        return difference.has("from")
                ? Messages.say("difference.days", territory.called(server()), SpokenWords.fromTo(difference))
                : Messages.say(
                        "difference.knowledge",
                        territory.called(server()),
                        SpokenWords.dates().effective(difference.path("asOf")),
                        difference.path("fromPosition").asString(""),
                        difference.path("toPosition").asString(""));
    }
}
