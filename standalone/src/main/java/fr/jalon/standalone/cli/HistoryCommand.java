package fr.jalon.standalone.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code jalon history}: all that was recorded on a territory, in recorded order, page after page. */
@Command(name = "history", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class HistoryCommand extends AboutTerritory {
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
        query.put("from", day(from, DayOption.Taken.FIRST));
        query.put("to", day(to, DayOption.Taken.LAST));
        do {
            JsonNode page = get("/history", query);
            for (JsonNode entry : page.path("entries")) {
                out().println(json ? entry.toString() : EntryText.of(entry));
            }
            query.put("after", page.path("next").isString() ? page.path("next").stringValue() : null);
        } while (query.get("after") != null);
    }
}
