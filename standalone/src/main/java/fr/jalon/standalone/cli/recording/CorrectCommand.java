package fr.jalon.standalone.cli.recording;

import fr.jalon.events.entry.EntryType;
import fr.jalon.standalone.cli.client.EntryParameter;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code jalon correct}: replaces some of what an entry says, the rest as it stands today. */
@Command(name = "correct", mixinStandardHelpOptions = true)
public final class CorrectCommand extends AgreedRecording {
    @Mixin
    private final EntryParameter target = new EntryParameter();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "${bundle:label.assignment}",
            descriptionKey = "assignment")
    private final List<String> assignments = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "${bundle:label.text}", descriptionKey = "reason")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--refined", descriptionKey = "correct.refined")
    private boolean refined;

    @Override
    public void run() {
        JsonNode item = target.item(server());
        ObjectNode content = content(item);
        String name = content.path("type").asString("");
        EntryType type =
                EntryType.named(name).orElseThrow(() -> new Trouble(ExitCode.USAGE, Messages.say("types.none", name)));
        Draft draft = new Draft(type, content, server(), territory(item), err());
        assignments.forEach(draft::set);
        ObjectNode body = body().put("reason", reason).put("kind", refined ? "refined" : "wrong");
        body.set("entry", content);
        record(path(item, "correction"), body, effect(content, item));
    }

    /** As it was last corrected by what still stands. */
    private ObjectNode content(JsonNode item) {
        JsonNode content = item.path("entry");
        for (JsonNode id : item.path("correctedBy")) {
            JsonNode correction = server().get(EntryParameter.path(territory(item), id.asString("")), Map.of());
            if (correction.path("retractedBy").isNull()) {
                content = correction.path("entry").path("entry");
            }
        }
        return (ObjectNode) content.deepCopy();
    }

    static String territory(JsonNode item) {
        return item.path("entry").path("territory").asString("");
    }

    /** The address at which something is said of an entry. */
    static String path(JsonNode item, String remark) {
        return EntryParameter.path(territory(item), item.path("entryId").asString("")) + "/" + remark;
    }
}
