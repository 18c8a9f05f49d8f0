package fr.jalon.standalone.cli;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code jalon import}: records a file's entries, one a line. Sending it again is harmless. */
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class ImportCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 1000;

    @Mixin
    private final Server server = new Server();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    private boolean dryRun;

    @Option(names = "--json", descriptionKey = "json.lines")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("dryRun", dryRun ? "true" : null);
        Map<String, Integer> counts = new TreeMap<>();
        PrintWriter out = spec.commandLine().getOut();
        try (BufferedReader results = new BufferedReader(new InputStreamReader(
                server.stream("/entries", query, BodyPublishers.ofFile(file)), StandardCharsets.UTF_8))) {
            for (String line = results.readLine(); line != null; line = results.readLine()) {
                JsonNode result = JsonMapper.shared().readTree(line);
                counts.merge(result.path("status").asString("?"), 1, Integer::sum);
                show(result, out);
                progress(counts.values().stream().mapToInt(Integer::intValue).sum());
            }
        } catch (FileNotFoundException missing) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("import.no-file", file));
        }
        spec.commandLine().getErr().println(Messages.say("import.done", counts));
        return counts.keySet().stream().allMatch(ImportCommand::isGood) ? 0 : ExitCode.REFUSED;
    }

    private void show(JsonNode result, PrintWriter out) {
        if (json) {
            out.println(result);
        } else if (!isGood(result.path("status").asString("?"))) {
            out.println(Messages.say("import.line", result.path("line").asLong(0), EntryText.problem(result)));
        }
    }

    private void progress(int lines) {
        if (lines % PROGRESS_EVERY == 0) {
            spec.commandLine().getErr().println(Messages.say("import.progress", lines));
        }
    }

    private static boolean isGood(String status) {
        return switch (status) {
            case "recorded", "already-recorded", "accepted" -> true;
            default -> false;
        };
    }
}
