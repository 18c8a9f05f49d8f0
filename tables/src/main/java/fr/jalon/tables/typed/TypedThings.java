package fr.jalon.tables.typed;

import fr.jalon.events.entry.Slug;
import fr.jalon.events.language.Folded;
import fr.jalon.tables.column.CellText;
import fr.jalon.tables.column.Items;
import fr.jalon.tables.column.KnownThings;
import fr.jalon.tables.column.ThingCell;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Things as people type them, read as the cells of a table are: by their id, by their name, which the territory's
 * register is asked for, or by both. What was made of a name is said.
 */
public final class TypedThings {
    private static final String ORGANISATION = "organisation";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz23456789";
    private static final int PERSON_LETTERS = 10;

    private final ThingsAsked register;
    private final Typist typist;
    private @Nullable KnownThings known;

    /** Those of a territory. */
    public TypedThings(ThingsAsked register, Typist typist) {
        this.register = register;
        this.typist = typist;
    }

    /** Several of a kind, split as in a cell. */
    public ArrayNode many(String typed, String kind) {
        ArrayNode items = NODES.arrayNode();
        Items.split(typed).stream().filter(item -> !item.isBlank()).forEach(item -> items.add(one(item, kind)));
        return items;
    }

    /** One of this kind: its id, or an object with its id and its name. */
    public JsonNode one(String typed, String kind) {
        String said = CellText.trimmed(typed);
        return switch (ThingCell.of(said, kind, Slug.isSlug(said) ? KnownThings.NONE : known())) {
            case ThingCell.Told(String id, String name) -> name == null ? NODES.stringNode(id) : named(id, name);
            case ThingCell.Found(String id) -> {
                typist.tell("found", said, id);
                yield NODES.stringNode(id);
            }
            case ThingCell.Made(String id, String name) -> {
                String elsewhere = kind.equals(ORGANISATION) ? elsewhere(name) : null;
                if (elsewhere == null) {
                    typist.tell("made", said, id);
                } else {
                    typist.tell("elsewhere", said, elsewhere);
                }
                yield named(elsewhere == null ? id : elsewhere, name);
            }
            case ThingCell.Several(var ids) -> throw typist.misread("several", said, String.join(", ", ids));
        };
    }

    /**
     * The id under which other registers know an organisation of just this name: what it gives would otherwise be
     * counted as another's.
     */
    private @Nullable String elsewhere(String name) {
        List<String> ids = register.organisations(name).stream()
                .filter(thing -> Folded.of(thing.name()).equals(Folded.of(name)))
                .map(KnownThings.NamedThing::id)
                .distinct()
                .toList();
        if (ids.size() > 1) {
            throw typist.misread("several", name, String.join(", ", ids));
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
        KnownThings asked = known == null ? new KnownThings(register.ofTheTerritory(), TypedThings::newPerson) : known;
        known = asked;
        return asked;
    }
}
