package fr.jalon.standalone.cli.asking;

import fr.jalon.standalone.cli.client.DatedQuestion;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code jalon status}: a territory's state on a day, as known at an instant. */
@Command(name = "status", mixinStandardHelpOptions = true)
public final class StatusCommand extends DatedQuestion {
    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

    @Override
    protected String path() {
        return territory.path("");
    }

    @Override
    protected String told(JsonNode state) {
        return StateText.of(state);
    }
}
