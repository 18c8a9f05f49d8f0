package fr.jalon.standalone.cli.carrying;

import fr.jalon.standalone.cli.client.FileForm;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** {@code jalon import}: records a file's entries, one a line or a row. Sending it again is harmless. */
@Command(name = "import", mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 1000;

    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "${bundle:label.file}", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--json", descriptionKey = "json.lines")
    private boolean json;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final SaidBack dates = new SaidBack("dates");
    private final SaidBack things = new SaidBack("things");
    private JsonNode summary = MissingNode.getInstance();
    private String sheet = "";

    @Override
    public Integer call() throws IOException {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("dryRun", dryRun ? "true" : null);
        FileForm form = FileForm.of(file);
        try (BufferedReader results = new BufferedReader(new InputStreamReader(
                server.stream("/entries", query, form, BodyPublishers.ofFile(file)), StandardCharsets.UTF_8))) {
            for (String line = results.readLine(); line != null; line = results.readLine()) {
                take(JsonMapper.shared().readTree(line));
            }
        } catch (FileNotFoundException missing) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("import.no-file", file));
        } catch (IOException cut) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("import.cut"));
        }
        if (form != FileForm.LINES && summary.isMissingNode()) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("import.cut"));
        }
        return end();
    }

    private void take(JsonNode result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(result);
        }
        if (result.has("summary")) {
            summary = result.get("summary");
            return;
        }
        dates.take(result);
        things.take(result);
        String status = result.path("status").asString("?");
        String does = status.equals("retracted")
                ? result.path("detail").asString("")
                : result.path("does").path("detail").asString("");
        if (!json && !does.isEmpty()) {
            out.println(FaultText.row(result.path("line").asString(""), "", does));
        }
        if (!json && !isGood(status)) {
            if (areGood()) {
                out.println(FaultText.row(
                        Messages.say("import.line"), Messages.say("import.column"), Messages.say("import.fault")));
            }
            String faulty = result.path("sheet").asString("");
            if (!faulty.equals(sheet)) {
                out.println("  « " + faulty + " »");
                sheet = faulty;
            }
            FaultText.of(result).forEach(out::println);
        }
        counts.merge(status, 1, Integer::sum);
        progress(counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    private int end() {
        String otherSheets = joined("otherSheets", "");
        String sheets = joined("sheets", summary.path("sheet").asString(""));
        if (!otherSheets.isEmpty() && !sheets.isEmpty()) {
            say("import.sheets", sheets, otherSheets);
        }
        if (!summary.path("complete").asBoolean(true)) {
            say("import.incomplete");
        }
        dates.print(spec.commandLine().getErr());
        things.print(spec.commandLine().getErr());
        String became = counts.entrySet().stream()
                .map(each -> Messages.say("status." + each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        say(dryRun ? "import.rehearsed" : "import.done", became.isEmpty() ? Messages.say("import.nothing") : became);
        return areGood() ? 0 : ExitCode.REFUSED;
    }

    private String joined(String names, String orElse) {
        return summary.has(names)
                ? summary.path(names).valueStream().map(JsonNode::stringValue).collect(Collectors.joining(", "))
                : orElse;
    }

    private void say(String key, Object... arguments) {
        spec.commandLine().getErr().println(Messages.say(key, arguments));
    }

    private void progress(int lines) {
        if (lines % PROGRESS_EVERY == 0) {
            say("import.progress", lines);
        }
    }

    private boolean areGood() {
        return counts.keySet().stream().allMatch(ImportCommand::isGood);
    }

    private static boolean isGood(String status) {
        return switch (status) {
            case "recorded", "already-recorded", "retracted", "accepted" -> true;
            default -> false;
        };
    }
}
