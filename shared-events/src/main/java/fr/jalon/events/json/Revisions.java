package fr.jalon.events.json;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * The revisions in which types of entries are and were stored: what is stored never changes, so a type that takes
 * another shape brings a lift from its old one. A correction holds an entry in the revision of its own day: a lift of a
 * type comes with one of {@code entry-corrected}.
 */
public final class Revisions {
    /** Those of the vocabulary: every type still has its first shape. */
    public static final Revisions VOCABULARY = new Revisions(List.of());

    private static final int FIRST = Integer.parseInt(EntryType.REVISION);

    private final Map<String, List<UnaryOperator<ObjectNode>>> lifts = new HashMap<>();

    /**
     * How one revision of a type becomes the next.
     *
     * @param from the revision it reads
     */
    public record Lift(String type, int from, UnaryOperator<ObjectNode> change) {}

    /** The revisions that these lifts lead to, given for each type from its first revision on. */
    public Revisions(List<Lift> lifts) {
        for (Lift lift : lifts) {
            List<UnaryOperator<ObjectNode>> chain = this.lifts.computeIfAbsent(lift.type, none -> new ArrayList<>());
            if (lift.from != FIRST + chain.size()) {
                throw new IllegalArgumentException("No lift of " + lift.type + " leads to revision " + lift.from);
            }
            chain.add(lift.change);
        }
    }

    /** The revision in which entries of a type are written today. */
    public String current(String type) {
        return Integer.toString(FIRST + chain(type).size());
    }

    /** The revision of the whole vocabulary: another one as soon as any type takes another shape. */
    public String ofAll() {
        return Integer.toString(
                FIRST + lifts.values().stream().mapToInt(List::size).sum());
    }

    /**
     * Reads an entry as stored, whatever revision it was stored in.
     *
     * @throws UnknownRevisionException where the type or the revision is unknown here
     */
    public Entry read(String type, String revision, String json) {
        if (EntryType.named(type).isEmpty()) {
            throw new UnknownRevisionException(type, revision);
        }
        ObjectNode stored = (ObjectNode) Json.parse(json);
        for (UnaryOperator<ObjectNode> lift :
                chain(type).subList(revision(type, revision), chain(type).size())) {
            stored = lift.apply(stored);
        }
        Entry entry = EntryJson.read(stored, EntryJson.Defaults.NONE);
        if (!EntryType.of(entry).name().equals(type)) {
            throw new UnknownRevisionException(type, revision);
        }
        return entry;
    }

    private List<UnaryOperator<ObjectNode>> chain(String type) {
        return lifts.getOrDefault(type, List.of());
    }

    /** How many lifts are behind this revision. */
    private int revision(String type, String revision) {
        for (int behind = 0; behind <= chain(type).size(); behind++) {
            if (revision.equals(Integer.toString(FIRST + behind))) {
                return behind;
            }
        }
        throw new UnknownRevisionException(type, revision);
    }
}
