package fr.jalon.standalone.cli.asking;

import fr.jalon.standalone.cli.client.DatedQuestion;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.TextTable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code jalon territories}: which registers there are, and who carries the coordination of each. */
@Command(name = "territories", mixinStandardHelpOptions = true)
public final class TerritoriesCommand extends DatedQuestion {
    @Override
    protected String path() {
        return "/territories";
    }

    @Override
    protected String told(JsonNode states) {
        TextTable table = new TextTable("territories.columns");
        for (JsonNode state : states.path("territories")) {
            table.row(
                    state.path("territory").asString(""),
                    state.path("name").asString(""),
                    carriers(state.path("facts").path("coordination-carrier")),
                    state.path("position").asString(""),
                    Integer.toString(state.path("outlook").size()));
        }
        return table.toString();
    }

    private static String carriers(JsonNode facts) {
        return facts.valueStream()
                .map(fact -> SpokenWords.words().value(fact.path("value")) + " (" + StateText.certainty(fact) + ")")
                .collect(Collectors.joining(", "));
    }
}
