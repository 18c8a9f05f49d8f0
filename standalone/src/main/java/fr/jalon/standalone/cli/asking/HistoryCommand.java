package fr.jalon.standalone.cli.asking;

import fr.jalon.events.said.EntryWords;
import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.DayOption;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code jalon history}: all that was recorded, on a territory or on all, in recorded order, page after page. */
@Command(name = "history", mixinStandardHelpOptions = true)
public final class HistoryCommand extends Asking {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "${bundle:label.territory}",
            descriptionKey = "history.territory")
    private @Nullable String territory;

    @Option(names = "--actor", paramLabel = "${bundle:label.user}", descriptionKey = "history.actor")
    private @Nullable String actor;

    @Option(names = "--text", paramLabel = "${bundle:label.text}", descriptionKey = "history.text")
    private @Nullable String text;

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
        if (isOfAll()) {
            query.put("territory", territory);
            query.put("actor", actor);
            query.put("text", text);
        }
        query.put("from", day(from, DayOption.Taken.FIRST));
        query.put("to", day(to, DayOption.Taken.LAST));
        query.put("names", json ? null : "true");
        List<JsonNode> entries = new ArrayList<>();
        server().each(path(), query, "entries", entry -> {
            if (json) {
                out().println(entry);
            } else {
                entries.add(entry);
            }
            return true;
        });
        if (!json) {
            tell(entries);
        }
    }

    private boolean isOfAll() {
        return territory == null || actor != null || text != null;
    }

    private String path() {
        return territory == null || isOfAll() ? "/history" : "/territories/" + Server.segment(territory) + "/history";
    }

    /** Each territory's entries have their own numbers, and call things by their own names. */
    private void tell(List<JsonNode> entries) {
        Map<String, EntryWords> texts = new HashMap<>();
        for (JsonNode entry : entries) {
            texts.computeIfAbsent(of(entry), none -> SpokenWords.entries(List.of()))
                    .learn(entry);
        }
        TextTable table = new TextTable(ids ? "history.columns.ids" : "history.columns");
        for (JsonNode entry : entries) {
            String[] cells = Objects.requireNonNull(texts.get(of(entry))).cells(entry, ids);
            cells[0] = territory == null ? of(entry) + "/" + cells[0] : cells[0];
            table.row(cells);
        }
        out().print(table);
    }

    private static String of(JsonNode entry) {
        return entry.at("/entry/territory").asString("");
    }

    private @Nullable String day(@Nullable String written, DayOption.Taken taken) {
        return DayOption.day(written, taken, spec.commandLine().getErr());
    }
}
