package fr.jalon.standalone.cli.asking;

import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.TextTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One entry for people, a fact a line.
 *
 * @param others the entries that it speaks of, and those that speak of it
 */
record WholeEntry(JsonNode item, List<JsonNode> others) {
    private static final Set<String> DATES = Set.of("effective", "asserted", "published");
    private static final Set<String> ELSEWHERE = Set.of("type", "status", "entryId", "territory");

    @Override
    public String toString() {
        JsonNode entry = item.path("entry");
        EntryWords text = SpokenWords.entries(
                Stream.concat(Stream.of(item), others.stream()).toList());
        TextTable table = TextTable.untitled();
        table.row(Messages.say("show.recorded"), recorded(item));
        table.row(Messages.say("show.status"), text.status(item));
        attributes(table, entry, text);
        table.row(Messages.say("show.id"), item.path("entryId").asString(""));
        others.forEach(other -> table.row(
                SpokenWords.words().position(other),
                Messages.say("show.other", recorded(other), text.content(other.path("entry")))));
        return Messages.say(
                        "show.title",
                        entry.path("territory").asString(""),
                        item.path("position").asString(""),
                        SpokenWords.words().type(entry.path("type").asString("")))
                + System.lineSeparator()
                + table;
    }

    private static void attributes(TextTable table, JsonNode entry, EntryWords text) {
        for (var attribute : entry.properties()) {
            JsonNode value = attribute.getValue();
            if (value.has("type")) {
                table.row(
                        SpokenWords.words().attribute(attribute.getKey()),
                        SpokenWords.words().type(value.path("type").asString("")));
                attributes(table, value, text);
            } else if (attribute.getKey().equals("source")) {
                value.properties().forEach(part -> row(table, part.getKey(), part.getValue(), text));
            } else if (!ELSEWHERE.contains(attribute.getKey())) {
                row(table, attribute.getKey(), value, text);
            }
        }
    }

    private static void row(TextTable table, String attribute, JsonNode value, EntryWords text) {
        String said = DATES.contains(attribute) ? date(value) : text.shown(attribute, value);
        table.row(SpokenWords.words().attribute(attribute), said);
    }

    private static String date(JsonNode value) {
        String said = SpokenWords.dates().effective(value);
        return said.equals(value.asString("")) ? said : said + " (" + value.asString("") + ")";
    }

    private static String recorded(JsonNode item) {
        return Messages.say(
                "show.by",
                SaidDates.minute(item.path("recordedAt")),
                item.path("actor").asString("?"),
                item.path("recordedAt").asString(""));
    }
}
