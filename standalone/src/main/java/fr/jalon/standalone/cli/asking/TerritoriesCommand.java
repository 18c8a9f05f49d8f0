package fr.jalon.standalone.cli.asking;

import fr.jalon.standalone.cli.client.AsOfOption;
import fr.jalon.standalone.cli.client.KnownAtOption;
import fr.jalon.standalone.cli.client.Question;
import fr.jalon.standalone.cli.terminal.TextTable;
import fr.jalon.standalone.cli.terminal.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code jalon territories}: which registers there are, and who carries the coordination of each. */
@Command(name = "territories", mixinStandardHelpOptions = true)
public final class TerritoriesCommand extends Question {
    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    @Override
    protected JsonNode answer() {
        String place = knownAt.place();
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("asOf", asOf.day());
        query.put("knownAt", place);
        JsonNode states = server().get("/territories", query);
        knownAt.sayIfBeyond(place, states);
        return states;
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
                .map(fact -> Words.value(fact.path("value")) + " (" + StateText.certainty(fact) + ")")
                .collect(Collectors.joining(", "));
    }
}
