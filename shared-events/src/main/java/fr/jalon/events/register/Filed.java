package fr.jalon.events.register;

import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.timeline.Meaning;
import fr.jalon.events.timeline.Transition;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * An entry about the world as it is filed: with all that was later said of it.
 *
 * @param said every entry that speaks of it, at once or by retracting one that does, in recorded order
 */
public record Filed(Recorded recorded, WorldEntry original, PVector<Recorded> said) {
    static Filed first(Recorded recorded, WorldEntry entry) {
        return new Filed(recorded, entry, TreePVector.empty());
    }

    Filed with(Recorded remark) {
        return new Filed(recorded, original, said.plus(remark));
    }

    /** The entries that speak of it and count, in recorded order: those retracted in turn are left out. */
    public List<RegisterEntry> remarks() {
        return counting().stream().map(remark -> (RegisterEntry) remark.entry()).toList();
    }

    List<Recorded> counting() {
        if (said.isEmpty()) {
            return List.of();
        }
        ArrayDeque<Recorded> counting = new ArrayDeque<>();
        Set<UUID> takenBack = new HashSet<>();
        for (Recorded remark : said.reversed()) {
            if (!takenBack.contains(remark.entry().entryId())) {
                counting.addFirst(remark);
                if (remark.entry() instanceof EntryRetracted retraction) {
                    takenBack.add(retraction.target());
                }
            }
        }
        return List.copyOf(counting);
    }

    /** What it does to its subject's timeline, at its own place in recorded order. */
    Stream<Transition> transitions() {
        return Meaning.transitions(content(), recorded.position()).stream();
    }

    /** Its content as it stands: that of the last correction, if any. */
    public WorldEntry content() {
        return remarks(EntryCorrected.class)
                .reduce((earlier, later) -> later)
                .map(EntryCorrected::entry)
                .orElse(original);
    }

    /** Whether it counts: nobody retracted it. */
    public boolean stands() {
        UUID id = original.entryId();
        return remarks(EntryRetracted.class).noneMatch(remark -> remark.target().equals(id));
    }

    public boolean isContested() {
        return remarks(EntryContested.class).findAny().isPresent();
    }

    /** The first entry that gave the announcement up, or null. */
    public @Nullable AnnouncementAbandoned abandonment() {
        return abandonments().findFirst().orElse(null);
    }

    Stream<AnnouncementAbandoned> abandonments() {
        return remarks(AnnouncementAbandoned.class);
    }

    private <T extends RegisterEntry> Stream<T> remarks(Class<T> kind) {
        return said.isEmpty()
                ? Stream.empty()
                : remarks().stream().filter(kind::isInstance).map(kind::cast);
    }
}
