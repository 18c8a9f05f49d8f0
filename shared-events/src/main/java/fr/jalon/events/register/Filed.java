package fr.jalon.events.register;

import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.meaning.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * An entry about the world as it is filed: with all that was later said of it. What follows from that is worked out
 * once.
 */
public final class Filed {
    private final Recorded recorded;
    private final WorldEntry original;
    private final PVector<Recorded> said;
    private final List<Recorded> counting;
    private final WorldEntry content;
    private final boolean stands;
    private final @Nullable Transition transition;
    private final List<Given> names;

    /** A name that the entry, or what was said of it, gives a thing, and its place in recorded order. */
    record Given(Subject subject, long position, String name) {}

    /** @param said every entry that speaks of it, at once or by retracting one that does, in recorded order */
    private Filed(Recorded recorded, WorldEntry original, PVector<Recorded> said) {
        this.recorded = recorded;
        this.original = original;
        this.said = said;
        this.counting = counting(said);
        EntryCorrected correction =
                remarks(EntryCorrected.class).reduce((earlier, later) -> later).orElse(null);
        this.content = correction == null ? original : correction.entry();
        this.stands = remarks(EntryRetracted.class)
                .noneMatch(remark -> remark.target().equals(original.entryId()));
        Map<String, Object> attributes = EntryJson.attributes(content);
        this.transition = content.isActual()
                ? Meaning.transition(
                        content, attributes, recorded.position(), correction == null ? null : correction.entryId())
                : null;
        this.names = names(attributes);
    }

    static Filed first(Recorded recorded, WorldEntry entry) {
        return new Filed(recorded, entry, TreePVector.empty());
    }

    Filed with(Recorded remark) {
        return new Filed(recorded, original, said.plus(remark));
    }

    public Recorded recorded() {
        return recorded;
    }

    public WorldEntry original() {
        return original;
    }

    /** The entries that speak of it and count, in recorded order: those retracted in turn are left out. */
    public List<RegisterEntry> remarks() {
        return counting.stream().map(remark -> (RegisterEntry) remark.entry()).toList();
    }

    /** Its content as it stands: that of the last correction, if any. */
    public WorldEntry content() {
        return content;
    }

    /** Whether it counts: nobody retracted it. */
    public boolean stands() {
        return stands;
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

    /** What it does to its subject's timeline, at its own place in recorded order; an announcement does nothing. */
    public @Nullable Transition transition() {
        return transition;
    }

    /** What it speaks of, or itself where it is an announcement. */
    Subject subject() {
        return transition == null ? Outlook.subject(content.entryId()) : transition.subject();
    }

    /** The announcement that it makes come true, or null. */
    @Nullable
    UUID fulfilled() {
        return content.isActual() ? content.header().fulfils() : null;
    }

    /** The names that it gives as it stands, each at its own place in recorded order. */
    List<Given> names() {
        return names;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Filed that && recorded.equals(that.recorded) && said.equals(that.said);
    }

    @Override
    public int hashCode() {
        return recorded.hashCode();
    }

    private List<Given> names(Map<String, Object> attributes) {
        List<Given> given = new ArrayList<>(1);
        if (stands) {
            give(Names.givenBy(content, attributes), recorded.position(), given);
        }
        for (Recorded remark : counting) {
            give(Names.givenBy(remark.entry(), EntryJson.attributes(remark.entry())), remark.position(), given);
        }
        return given;
    }

    private static void give(Map<Subject, String> names, long position, List<Given> given) {
        names.forEach((subject, name) -> given.add(new Given(subject, position, name)));
    }

    private static List<Recorded> counting(PVector<Recorded> said) {
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

    private <T extends RegisterEntry> Stream<T> remarks(Class<T> kind) {
        return counting.isEmpty()
                ? Stream.empty()
                : counting.stream()
                        .map(Recorded::entry)
                        .filter(kind::isInstance)
                        .map(kind::cast);
    }
}
