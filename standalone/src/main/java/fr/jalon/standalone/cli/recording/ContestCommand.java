package fr.jalon.standalone.cli.recording;

import fr.jalon.standalone.cli.client.EntryParameter;
import fr.jalon.standalone.cli.terminal.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code jalon contest}: says that somebody contests an entry, which then holds as contested. */
@Command(name = "contest", mixinStandardHelpOptions = true)
public final class ContestCommand extends AgreedRecording {
    private static final Pattern NAMED = Pattern.compile("(?s)\\s*([^\\s(]+)\\s*\\((.*)\\)\\s*");

    @Mixin
    private final EntryParameter target = new EntryParameter();

    @Option(names = "--reason", required = true, paramLabel = "${bundle:label.text}", descriptionKey = "reason")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--by", required = true, paramLabel = "${bundle:label.organisation}", descriptionKey = "contest.by")
    @SuppressWarnings("NullAway.Init")
    private String by;

    @Override
    public void run() {
        JsonNode item = target.item(server());
        ObjectNode body = body().put("reason", reason);
        Matcher named = NAMED.matcher(by);
        if (named.matches()) {
            body.putObject("by").put("id", named.group(1)).put("name", named.group(2));
        } else {
            body.put("by", by);
        }
        record(
                CorrectCommand.path(item, "contest"),
                body,
                Messages.say("contest.effect", by, effect(item.path("entry"))));
    }
}
