package fr.jalon.standalone.cli.recording;

import fr.jalon.events.entry.EntryType;
import fr.jalon.standalone.cli.client.EntryParameter;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.FieldText;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.TypedField;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code jalon fulfil}: records that what was announced has come, on which day, and with what else is known by now. */
@Command(name = "fulfil", mixinStandardHelpOptions = true)
public final class FulfilCommand extends AgreedRecording {
    /** What is the announcement's own: the new entry has its own source. */
    private static final List<String> OF_THE_ANNOUNCEMENT =
            List.of("entryId", "territory", "status", "effective", "source", "note");

    @Mixin
    private final EntryParameter target = new EntryParameter();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "${bundle:label.assignment}",
            descriptionKey = "assignment")
    private final List<String> assignments = new ArrayList<>();

    @Override
    public void run() {
        JsonNode item = target.item(server());
        ObjectNode entry = (ObjectNode) item.path("entry").deepCopy();
        entry.remove(OF_THE_ANNOUNCEMENT);
        entry.put("fulfils", item.path("entryId").asString(""));
        String name = entry.path("type").asString("");
        EntryType type =
                EntryType.named(name).orElseThrow(() -> new Trouble(ExitCode.USAGE, Messages.say("types.none", name)));
        Draft draft = new Draft(type, entry, server(), CorrectCommand.territory(item), err());
        assignments.forEach(draft::set);
        if (!entry.has("effective")) {
            askWhen(draft);
        }
        String path = "/territories/" + Server.segment(CorrectCommand.territory(item)) + "/entries";
        record(path, entry, effect(entry, item));
    }

    private void askWhen(Draft draft) {
        Column effective = TypedField.named(draft.type(), "effective").orElseThrow();
        String when = asked(Messages.say("record.question", FieldText.label(effective), FieldText.how(effective)));
        if (when == null || when.isBlank()) {
            throw new Trouble(ExitCode.USAGE, Messages.say("record.missing", FieldText.label(effective)));
        }
        draft.set(effective, when);
    }
}
