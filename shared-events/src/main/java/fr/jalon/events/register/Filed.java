package fr.jalon.events.register;

import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.timeline.Meaning;
import fr.jalon.events.timeline.Transition;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * An entry about the world as it is filed: with all that was later said of it.
 *
 * @param remarks the entries that speak of it, in recorded order, those retracted in turn left out
 */
public record Filed(Recorded recorded, WorldEntry original, PVector<RegisterEntry> remarks) {
    static Filed first(Recorded recorded, WorldEntry entry) {
        return new Filed(recorded, entry, TreePVector.empty());
    }

    Filed with(RegisterEntry remark) {
        return new Filed(recorded, original, remarks.plus(remark));
    }

    Filed without(UUID remark) {
        List<RegisterEntry> kept = remarks.stream()
                .filter(other -> !other.entryId().equals(remark))
                .toList();
        return new Filed(recorded, original, TreePVector.from(kept));
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
        return remarks(EntryRetracted.class).findAny().isEmpty();
    }

    public boolean isContested() {
        return remarks(EntryContested.class).findAny().isPresent();
    }

    /** The entry that gave the announcement up, or null. */
    public @Nullable AnnouncementAbandoned abandonment() {
        return remarks(AnnouncementAbandoned.class).findFirst().orElse(null);
    }

    private <T extends RegisterEntry> Stream<T> remarks(Class<T> kind) {
        return remarks.stream().filter(kind::isInstance).map(kind::cast);
    }
}
