package fr.jalon.standalone.cli.recording;

import fr.jalon.standalone.cli.client.EntryParameter;
import fr.jalon.standalone.cli.terminal.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code jalon contest}: says that somebody contests an entry, which then holds as contested. */
@Command(name = "contest", mixinStandardHelpOptions = true)
public final class ContestCommand extends AgreedRecording {
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
        body.set("by", Draft.thing(by, "organisation", server(), CorrectCommand.territory(item), err()));
        record(
                CorrectCommand.path(item, "contest"),
                body,
                Messages.say("contest.effect", by, effect(item.path("entry"), item)));
    }
}
