package fr.jalon.standalone.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code jalon replay}: a territory's register told again; on a terminal a key press an entry, piped all at once. */
@Command(name = "replay", mixinStandardHelpOptions = true, resourceBundle = "fr.jalon.standalone.cli.messages")
final class ReplayCommand extends AboutTerritory {
    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "as-of")
    private @Nullable String asOf;

    @Option(names = "--position", paramLabel = "N", descriptionKey = "replay.position")
    private @Nullable String position;

    @Option(names = "--json", descriptionKey = "json.lines")
    private boolean json;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("asOf", day(asOf, DayOption.Taken.LAST));
        query.put("position", position);
        try (InputStream answer = open("/replay", query);
                BufferedReader lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            replay(lines, terminal());
        } catch (IOException broken) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("replay.cut"));
        }
    }

    private void replay(BufferedReader lines, @Nullable Console terminal) throws IOException {
        PrintWriter out = out();
        StepText steps = new StepText();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode step = JsonMapper.shared().readTree(line);
            out.println(json ? line : steps.of(step));
            out.flush();
            if (step.has("error")) {
                throw new Trouble(
                        ExitCode.REFUSED,
                        Messages.say(
                                "replay.broken",
                                step.path("position").asString(""),
                                step.path("entryId").asString(""),
                                step.path("error").path("code").asString("")));
            }
            if (terminal != null && isEnough(terminal)) {
                return;
            }
        }
    }

    private @Nullable Console terminal() {
        Console console = json ? null : System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    private static boolean isEnough(Console terminal) {
        String answer = terminal.readLine("%s", Messages.say("replay.next"));
        return answer == null || answer.strip().equalsIgnoreCase("q");
    }
}
