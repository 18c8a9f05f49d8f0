package fr.jalon.standalone.cli.carrying;

import fr.jalon.standalone.cli.client.CarriedFile;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.TextTable;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * {@code jalon template}: a table to fill in with entries of one type, or a workbook of several, for {@code jalon
 * import}; which types there are where none is named.
 */
@Command(name = "template", mixinStandardHelpOptions = true)
public final class TemplateCommand implements Runnable {
    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "${bundle:label.type}", descriptionKey = "template.type", arity = "0..1")
    private @Nullable String type;

    @Option(names = "--all", descriptionKey = "template.all")
    private boolean all;

    @Option(names = "--territory", paramLabel = "${bundle:label.territory}", descriptionKey = "template.territory")
    private @Nullable String territory;

    @Option(names = "--out", paramLabel = "${bundle:label.file}", descriptionKey = "template.out")
    private @Nullable Path out;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("territory", territory);
        String format = format();
        boolean isWorkbook = !format.equals("csv");
        query.put("format", format);
        if (type != null && !all) {
            String path = "/entry-types/" + Server.segment(type) + "/template";
            CarriedFile.write(() -> server.open(path, query), out);
        } else if (type == null && isWorkbook && (all || territory != null)) {
            if (all) {
                query.remove("territory");
            }
            CarriedFile.write(() -> server.open("/entry-types/template", query), out);
        } else if (type == null && !all && territory == null && out == null) {
            list();
        } else {
            throw new Trouble(ExitCode.USAGE, Messages.say("template.which"));
        }
    }

    /** By how the file's name ends. */
    private String format() {
        String name = String.valueOf(out).toLowerCase(Locale.ROOT);
        return Stream.of("xlsx", "ods")
                .filter(ending -> name.endsWith("." + ending))
                .findFirst()
                .orElse("csv");
    }

    /** Each type as it is called in both languages, either of which names it, and as programs call it. */
    private void list() {
        TextTable table = new TextTable("template.columns");
        for (JsonNode each : server.get("/entry-types", Map.of()).path("entryTypes")) {
            table.row(
                    each.at("/labels/fr").asString(""),
                    each.at("/labels/en").asString(""),
                    each.path("name").asString(""));
        }
        spec.commandLine().getOut().print(table);
        spec.commandLine().getErr().println(Messages.say("template.choose"));
    }
}
