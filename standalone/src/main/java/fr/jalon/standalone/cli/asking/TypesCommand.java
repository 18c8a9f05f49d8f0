package fr.jalon.standalone.cli.asking;

import fr.jalon.events.entry.EntryType;
import fr.jalon.standalone.cli.client.Question;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.FieldText;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.TextTable;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.tables.column.Columns;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code jalon types}: the vocabulary, or what an entry of one type tells and how it is written. */
@Command(name = "types", mixinStandardHelpOptions = true)
public final class TypesCommand extends Question {
    @Parameters(index = "0", arity = "0..1", paramLabel = "${bundle:label.type}", descriptionKey = "types.type")
    private @Nullable String type;

    @Override
    protected JsonNode answer() {
        JsonNode all = server().get("/entry-types", Map.of());
        return type == null ? all : one(all, type);
    }

    private static JsonNode one(JsonNode all, String type) {
        return all.path("entryTypes")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals(type))
                .findFirst()
                .orElseThrow(() -> new Trouble(ExitCode.REFUSED, Messages.say("types.none", type)));
    }

    @Override
    protected String told(JsonNode answer) {
        return type == null ? all(answer) : fields(answer);
    }

    private static String all(JsonNode vocabulary) {
        TextTable table = new TextTable("types.columns");
        vocabulary
                .path("entryTypes")
                .forEach(each -> table.row(
                        each.path("name").asString(""),
                        each.path("labels").path(SpokenWords.words().language()).asString(""),
                        each.path("subject").isString()
                                ? SpokenWords.words()
                                        .subject(each.path("subject").stringValue())
                                : ""));
        return table.toString();
    }

    private static String fields(JsonNode type) {
        String title = type.path("labels").path(SpokenWords.words().language()).asString("");
        TextTable table = new TextTable("types.fields");
        EntryType.named(type.path("name").asString("")).map(Columns::of).stream()
                .flatMap(columns -> columns.stream())
                .filter(column ->
                        !column.name().equals("type") && !column.name().equals("territory"))
                .forEach(column -> table.row(
                        column.name(),
                        FieldText.label(column),
                        Messages.say(column.required() ? "types.required" : "types.optional"),
                        FieldText.how(column)));
        return title + System.lineSeparator() + table;
    }
}
