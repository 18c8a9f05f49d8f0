package fr.jalon.standalone.cli.asking;

import fr.jalon.standalone.cli.client.AsOfOption;
import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code jalon replay}: a territory's register told again; on a terminal a key press an entry, piped all at once. */
@Command(name = "replay", mixinStandardHelpOptions = true)
public final class ReplayCommand extends Asking {
    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(names = "--position", paramLabel = "N", descriptionKey = "replay.position")
    private @Nullable Long position;

    @Option(names = "--ids", descriptionKey = "ids")
    private boolean ids;

    @Option(names = "--json", descriptionKey = "json.lines")
    private boolean json;

    @Override
    public void run() {
        Map<String, @Nullable String> query = new HashMap<>();
        query.put("asOf", asOf.day());
        query.put("position", position == null ? null : position.toString());
        try (InputStream answer = server().open(territory.path("/replay"), query);
                BufferedReader lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8))) {
            replay(lines);
        } catch (IOException broken) {
            throw new Trouble(ExitCode.UNAVAILABLE, Messages.say("replay.cut"));
        }
    }

    private void replay(BufferedReader lines) throws IOException {
        StepText steps = new StepText(ids);
        long last = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode step = JsonMapper.shared().readTree(line);
            last = step.path("position").asLong(0);
            out().println(json ? line : steps.of(step));
            if (step.has("error")) {
                throw new Trouble(
                        ExitCode.REFUSED,
                        Messages.say(
                                "replay.broken",
                                step.path("position").asString(""),
                                step.path("entryId").asString(""),
                                step.path("error").path("code").asString("")));
            }
            if (isEnough()) {
                return;
            }
        }
        if (position != null && position > last) {
            notice("known-at.position", position.toString(), Long.toString(last));
        }
    }

    private boolean isEnough() {
        if (json || Surroundings.current().console() == null) {
            return false;
        }
        err().print(Messages.say("replay.next"));
        err().flush();
        String answer = Surroundings.current().typed();
        return answer == null || answer.strip().equalsIgnoreCase("q");
    }
}
