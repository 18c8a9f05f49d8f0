package fr.jalon.standalone.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code jalon status}: a territory's state on a day, as known at an instant. */
@Command(name = "status", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class StatusCommand implements Runnable {
    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TERRITORY", descriptionKey = "territory")
    @SuppressWarnings("NullAway.Init")
    private String territory;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable String asOf;

    @Option(names = "--known-at", paramLabel = "INSTANT", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("asOf", asOf);
        query.put("knownAt", knownAt);
        JsonNode state = server.get("/territories/" + Server.segment(territory), query);
        spec.commandLine().getOut().println(json ? state.toPrettyString() : StateText.of(state));
    }
}
