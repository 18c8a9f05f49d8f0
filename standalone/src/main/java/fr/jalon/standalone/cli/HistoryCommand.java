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

/** {@code jalon history}: all that was recorded on a territory, in recorded order, page after page. */
@Command(name = "history", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class HistoryCommand implements Runnable {
    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TERRITORY", descriptionKey = "territory")
    @SuppressWarnings("NullAway.Init")
    private String territory;

    @Option(names = "--type", descriptionKey = "type")
    private @Nullable String type;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "to")
    private @Nullable String to;

    @Option(names = "--json", descriptionKey = "json.lines")
    private boolean json;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("type", type);
        query.put("from", from);
        query.put("to", to);
        do {
            JsonNode page = server.get("/territories/" + Server.segment(territory) + "/history", query);
            for (JsonNode entry : page.path("entries")) {
                spec.commandLine().getOut().println(json ? entry.toString() : EntryText.of(entry));
            }
            query.put("after", page.path("next").isString() ? page.path("next").stringValue() : null);
        } while (query.get("after") != null);
    }
}
