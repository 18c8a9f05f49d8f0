package fr.jalon.standalone.cli.recording;

import fr.jalon.events.entry.Slug;
import fr.jalon.events.language.Folded;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.tables.column.CellText;
import fr.jalon.tables.column.Items;
import fr.jalon.tables.column.KnownThings;
import fr.jalon.tables.column.ThingCell;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Things as people type them, read as the cells of a table are: by their id, by their name, which the territory's
 * register is asked for, or by both. What was made of a name is said.
 */
final class TypedThings {
    private static final String ORGANISATION = "organisation";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz23456789";
    private static final int PERSON_LETTERS = 10;

    private final Server server;
    private final String territory;
    private final PrintWriter err;
    private @Nullable KnownThings known;

    /**
     * Those of a territory.
     *
     * @param err where it is said what was made of a name
     */
    TypedThings(Server server, String territory, PrintWriter err) {
        this.server = server;
        this.territory = territory;
        this.err = err;
    }

    /** Several of a kind, split as in a cell. */
    ArrayNode many(String typed, String kind) {
        ArrayNode items = NODES.arrayNode();
        Items.split(typed).stream().filter(item -> !item.isBlank()).forEach(item -> items.add(one(item, kind)));
        return items;
    }

    /** One of this kind: its id, or an object with its id and its name. */
    JsonNode one(String typed, String kind) {
        String said = CellText.trimmed(typed);
        return switch (ThingCell.of(said, kind, Slug.isSlug(said) ? KnownThings.NONE : known())) {
            case ThingCell.Told(String id, String name) -> name == null ? NODES.stringNode(id) : named(id, name);
            case ThingCell.Found(String id) -> {
                err.println(Messages.say("draft.found", said, id));
                yield NODES.stringNode(id);
            }
            case ThingCell.Made(String id, String name) -> {
                String elsewhere = kind.equals(ORGANISATION) ? elsewhere(name) : null;
                err.println(
                        elsewhere == null
                                ? Messages.say("draft.made", said, id)
                                : Messages.say("draft.elsewhere", said, elsewhere));
                yield named(elsewhere == null ? id : elsewhere, name);
            }
            case ThingCell.Several(var ids) ->
                throw new Trouble(ExitCode.USAGE, Messages.say("draft.several", said, String.join(", ", ids)));
        };
    }

    /**
     * The id under which other registers know an organisation of just this name: what it gives would otherwise be
     * counted as another's.
     */
    private @Nullable String elsewhere(String name) {
        Map<String, @Nullable String> question = new HashMap<>();
        question.put("kind", ORGANISATION);
        question.put("text", name);
        List<String> ids = server.get("/things", question)
                .path("things")
                .valueStream()
                .filter(thing -> Folded.of(thing.path("name").asString("")).equals(Folded.of(name)))
                .map(thing -> thing.path("id").asString(""))
                .toList();
        if (ids.size() > 1) {
            throw new Trouble(ExitCode.USAGE, Messages.say("draft.several", name, String.join(", ", ids)));
        }
        return ids.isEmpty() ? null : ids.getFirst();
    }

    private static JsonNode named(String id, String name) {
        return NODES.objectNode().put("id", id).put("name", name);
    }

    /** An id that says nothing of who it is: it stays when the name is forgotten. */
    private static String newPerson(String name) {
        return RANDOM.ints(PERSON_LETTERS, 0, LETTERS.length())
                .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                .collect(Collectors.joining("", "p-", ""));
    }

    private KnownThings known() {
        KnownThings asked = known == null ? asked() : known;
        known = asked;
        return asked;
    }

    /** None where the territory is yet to be opened. */
    private KnownThings asked() {
        try {
            List<KnownThings.NamedThing> things = server.get(
                            "/territories/" + Server.segment(territory) + "/things", Map.of())
                    .path("things")
                    .valueStream()
                    .map(each -> new KnownThings.NamedThing(
                            each.path("kind").asString(""),
                            each.path("id").asString(""),
                            each.path("name").asString("")))
                    .toList();
            return new KnownThings(things, TypedThings::newPerson);
        } catch (Trouble trouble) {
            if (trouble.exitCode() == ExitCode.REFUSED) {
                return new KnownThings(List.of(), TypedThings::newPerson);
            }
            throw trouble;
        }
    }
}
