package fr.jalon.standalone.cli.asking;

import fr.jalon.events.said.EntryWords;
import fr.jalon.standalone.cli.client.EntryParameter;
import fr.jalon.standalone.cli.client.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code jalon show}: all that one entry says, and what was said of it since. */
@Command(name = "show", mixinStandardHelpOptions = true)
public final class ShowCommand extends Question {
    @Mixin
    private final EntryParameter entry = new EntryParameter();

    @Override
    protected JsonNode answer() {
        return entry.item(server());
    }

    @Override
    protected String told(JsonNode item) {
        String territory = item.path("entry").path("territory").asString("");
        List<JsonNode> others = new ArrayList<>();
        Stream.concat(EntryWords.aims(item), EntryWords.remarks(item))
                .distinct()
                .forEach(id -> others.add(server().get(EntryParameter.path(territory, id), Map.of())));
        return new WholeEntry(item, others).toString();
    }
}
