package fr.jalon.standalone.cli.asking;

import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import fr.jalon.standalone.cli.terminal.DayOption;
import fr.jalon.standalone.cli.terminal.EntryText;
import fr.jalon.standalone.cli.terminal.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code jalon history}: all that was recorded on a territory, in recorded order, page after page. */
@Command(name = "history", mixinStandardHelpOptions = true)
public final class HistoryCommand extends Asking {
    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

    @Option(names = "--type", paramLabel = "${bundle:label.type}", descriptionKey = "type")
    private @Nullable String type;

    @Option(names = "--from", paramLabel = "${bundle:label.date}", descriptionKey = "from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "${bundle:label.date}", descriptionKey = "to")
    private @Nullable String to;

    @Option(names = "--ids", descriptionKey = "ids")
    private boolean ids;

    @Option(names = "--json", descriptionKey = "json.lines")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("type", type);
        query.put("from", day(from, DayOption.Taken.FIRST));
        query.put("to", day(to, DayOption.Taken.LAST));
        List<JsonNode> entries = new ArrayList<>();
        do {
            JsonNode page = server().get(territory.path("/history"), query);
            page.path("entries").forEach(json ? out()::println : entries::add);
            query.put("after", page.path("next").isString() ? page.path("next").stringValue() : null);
        } while (query.get("after") != null);
        if (!json) {
            tell(entries);
        }
    }

    private void tell(List<JsonNode> entries) {
        EntryText text = new EntryText(entries);
        TextTable table = new TextTable(ids ? "history.columns.ids" : "history.columns");
        entries.forEach(entry -> table.row(text.cells(entry, ids)));
        out().print(table);
    }

    private @Nullable String day(@Nullable String written, DayOption.Taken taken) {
        return DayOption.day(written, taken, spec.commandLine().getErr());
    }
}
