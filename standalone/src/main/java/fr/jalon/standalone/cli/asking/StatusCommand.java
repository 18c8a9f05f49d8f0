package fr.jalon.standalone.cli.asking;

import fr.jalon.standalone.cli.client.AsOfOption;
import fr.jalon.standalone.cli.client.KnownAtOption;
import fr.jalon.standalone.cli.client.Question;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code jalon status}: a territory's state on a day, as known at an instant. */
@Command(name = "status", mixinStandardHelpOptions = true)
public final class StatusCommand extends Question {
    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

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
        JsonNode state = server().get(territory.path(""), query);
        knownAt.sayIfBeyond(place, state);
        return state;
    }

    @Override
    protected String told(JsonNode state) {
        return StateText.of(state);
    }
}
