package fr.jalon.standalone.cli.recording;

import fr.jalon.standalone.cli.client.EntryParameter;
import fr.jalon.standalone.cli.terminal.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code jalon retract}: takes an entry out of the state; it stays in the history. */
@Command(name = "retract", mixinStandardHelpOptions = true)
public final class RetractCommand extends AgreedRecording {
    @Mixin
    private final EntryParameter target = new EntryParameter();

    @Option(names = "--reason", required = true, paramLabel = "${bundle:label.text}", descriptionKey = "reason")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public void run() {
        JsonNode item = target.item(server());
        record(
                CorrectCommand.path(item, "retraction"),
                body().put("reason", reason),
                Messages.say("retract.effect", effect(item.path("entry"), item)));
    }
}
