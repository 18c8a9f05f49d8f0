package fr.jalon.standalone.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code jalon status}: a territory's state on a day, as known at an instant. */
@Command(name = "status", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class StatusCommand extends AboutTerritory {
    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable String asOf;

    @Option(names = "--known-at", paramLabel = "INSTANT", descriptionKey = "known-at")
    private @Nullable String knownAt;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("asOf", day(asOf, DayOption.Taken.LAST));
        query.put("knownAt", knownAt(knownAt));
        JsonNode state = get("", query);
        out().println(json ? state.toPrettyString() : StateText.of(state));
    }
}
