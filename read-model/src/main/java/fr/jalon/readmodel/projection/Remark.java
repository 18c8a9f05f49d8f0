package fr.jalon.readmodel.projection;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Register;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one entry says of another: a row of the history. */
record Remark(UUID target, Kind kind, UUID entryId) {
    /** What it says. */
    enum Kind {
        CORRECTED,
        RETRACTED,
        CONTESTED,
        ABANDONED,
        FULFILLED
    }

    /** Finds what an entry makes and takes back, by comparing the register that it ends with the one before it. */
    static void compare(Register before, Register after, Entry entry, List<Remark> takenBack, List<Remark> made) {
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
    private static Set<Remark> of(Filed file) {
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

    private static Remark of(RegisterEntry remark) {
        Kind kind = switch (remark) {
            case EntryCorrected ignored -> Kind.CORRECTED;
            case EntryRetracted ignored -> Kind.RETRACTED;
            case EntryContested ignored -> Kind.CONTESTED;
            case AnnouncementAbandoned ignored -> Kind.ABANDONED;
        };
        return new Remark(remark.target(), kind, remark.entryId());
    }
}
