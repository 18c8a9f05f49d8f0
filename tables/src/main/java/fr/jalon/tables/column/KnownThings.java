package fr.jalon.tables.column;

import fr.jalon.events.language.Folded;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The things that a register has a name for, to be found by it. */
public final class KnownThings {
    public static final KnownThings NONE = new KnownThings(List.of());

    /** What a person stands under; the id of one says nothing of who it is. */
    public static final String PERSON = "person";

    /**
     * A thing with its name.
     *
     * @param kind as a column's {@link Column#thing()}
     */
    public record NamedThing(String kind, String id, String name) {}

    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private final UnaryOperator<String> persons;

    public KnownThings(Collection<NamedThing> things) {
        this(things, Ids::of);
    }

    /** @param persons the id of a person who is called so and has none yet */
    public KnownThings(Collection<NamedThing> things, UnaryOperator<String> persons) {
        this.persons = persons;
        for (NamedThing thing : things) {
            byName.computeIfAbsent(key(thing.kind(), Folded.of(thing.name())), _ -> new TreeSet<>())
                    .add(thing.id());
            ids.add(key(thing.kind(), thing.id()));
        }
    }

    /** The ids of the things of this kind that are called so, whatever the case, the accents and the spaces. */
    public Set<String> called(String kind, String name) {
        return byName.getOrDefault(key(kind, Folded.of(name)), Set.of());
    }

    /** The same register while nothing in it had a name. */
    public KnownThings empty() {
        return new KnownThings(List.of(), persons);
    }

    /** The id of what is called so and has none yet; empty where none can be made of the name. */
    String newId(String kind, String name) {
        return kind.equals(PERSON) ? persons.apply(name) : Ids.of(name);
    }

    public boolean has(String kind, String id) {
        return ids.contains(key(kind, id));
    }

    private static String key(String kind, String word) {
        return kind + "/" + word;
    }
}
