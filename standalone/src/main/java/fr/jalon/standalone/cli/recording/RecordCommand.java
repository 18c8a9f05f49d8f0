package fr.jalon.standalone.cli.recording;

import fr.jalon.events.entry.EntryType;
import fr.jalon.standalone.cli.client.TerritoryParameter;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.FieldText;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.TypedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code jalon record}: records one entry, asking for what is not given. */
@Command(name = "record", mixinStandardHelpOptions = true)
public final class RecordCommand extends AgreedRecording {
    /** What is not asked for: given elsewhere, or for programs. */
    private static final Set<String> UNASKED = Set.of("entryId", "territory", "type", "fulfils");

    /** Of a source, who said so when is worth a question; the rest may be given. */
    private static final Set<String> OF_A_SOURCE = Set.of("source.title", "source.asserted");

    @Mixin
    private final TerritoryParameter territory = new TerritoryParameter();

    @Parameters(index = "1", arity = "0..1", paramLabel = "${bundle:label.type}", descriptionKey = "record.type")
    private @Nullable String type;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "${bundle:label.assignment}",
            descriptionKey = "assignment")
    private final List<String> assignments = new ArrayList<>();

    @Override
    public void run() {
        EntryType named = named();
        Draft draft = new Draft(named, body(), server(), territory.name(), err());
        draft.entry().put("type", named.name());
        assignments.forEach(draft::set);
        Columns.of(named).stream()
                .filter(column -> isAsked(column) && !draft.has(column))
                .forEach(column -> ask(draft, column));
        record(territory.path("/entries"), draft.entry(), effect(draft.entry()));
    }

    private EntryType named() {
        String word = type == null ? asked(Messages.say("record.type.question")) : type;
        return TypedField.type(word == null ? "" : word)
                .orElseThrow(() -> new Trouble(ExitCode.USAGE, Messages.say("types.none", String.valueOf(word))));
    }

    /** All that people tell, where nothing is given; else what cannot be left out. */
    private boolean isAsked(Column column) {
        String name = column.name();
        if (column.required() || isDate(column)) {
            return !UNASKED.contains(name);
        }
        boolean isOfASource = name.startsWith("source.") && !OF_A_SOURCE.contains(name);
        boolean isToldWithItsId = name.endsWith(".name");
        return assignments.isEmpty() && !UNASKED.contains(name) && !isOfASource && !isToldWithItsId;
    }

    private static boolean isDate(Column column) {
        return column.name().equals("effective");
    }

    private void ask(Draft draft, Column column) {
        boolean isNeeded = column.required() || (isDate(column) && !draft.type().isAboutTheRegister());
        while (!draft.has(column)) {
            String answer = asked(Messages.say(
                    isNeeded ? "record.question" : "record.question.optional",
                    FieldText.label(column),
                    FieldText.how(column)));
            if (answer == null && isNeeded) {
                throw new Trouble(
                        ExitCode.USAGE,
                        Messages.say("record.missing", SpokenWords.words().label(column::label)));
            }
            if (answer == null || (answer.isBlank() && !isNeeded)) {
                return;
            }
            try {
                draft.set(column, answer);
            } catch (Trouble misread) {
                err().println(misread.getMessage());
            }
        }
    }
}
