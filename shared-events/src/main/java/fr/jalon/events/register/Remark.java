package fr.jalon.events.register;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one entry says of another, as histories tell beside it.
 *
 * @param target the entry that is spoken of
 * @param entryId the one that speaks
 */
public record Remark(UUID target, Kind kind, UUID entryId) {
    /** What it says. */
    public enum Kind implements Code {
        CORRECTED,
        RETRACTED,
        CONTESTED,
        ABANDONED,
        FULFILLED
    }

    /** Finds what an entry makes and takes back, by comparing the register that it ends with the one before it. */
    public static void compare(
            Register before, Register after, Entry entry, List<Remark> takenBack, List<Remark> made) {
        Optional<Filed> file = switch (entry) {
            case WorldEntry world -> after.filed(world.entryId());
            case RegisterEntry remark -> after.subjectOf(remark);
            case KeepingEntry _ -> Optional.empty();
        };
        Set<Remark> now = new LinkedHashSet<>(file.map(Remark::of).orElse(Set.of()));
        if (entry instanceof RegisterEntry remark) {
            now.add(of(remark));
        }
        Set<Remark> old = file.flatMap(filed -> before.filed(filed.original().entryId()))
                .map(Remark::of)
                .orElse(Set.of());
        old.stream().filter(remark -> !now.contains(remark)).forEach(takenBack::add);
        now.stream().filter(remark -> !old.contains(remark)).forEach(made::add);
    }

    /** What is said of an entry, and what it says itself: the announcement it fulfils. */
    public static Set<Remark> of(Filed file) {
        Set<Remark> remarks = new LinkedHashSet<>();
        file.remarks().forEach(remark -> remarks.add(of(remark)));
        Remark fulfilled = fulfilled(file);
        if (fulfilled != null) {
            remarks.add(fulfilled);
        }
        return remarks;
    }

    private static @Nullable Remark fulfilled(Filed file) {
        WorldEntry content = file.content();
        UUID announcement = content.header().fulfils();
        return announcement != null && content.isActual() && file.stands()
                ? new Remark(announcement, Kind.FULFILLED, content.entryId())
                : null;
    }

    /** What such an entry says. */
    public static Remark of(RegisterEntry remark) {
        Kind kind = switch (remark) {
            case EntryCorrected _ -> Kind.CORRECTED;
            case EntryRetracted _ -> Kind.RETRACTED;
            case EntryContested _ -> Kind.CONTESTED;
            case AnnouncementAbandoned _ -> Kind.ABANDONED;
        };
        return new Remark(remark.target(), kind, remark.entryId());
    }
}
