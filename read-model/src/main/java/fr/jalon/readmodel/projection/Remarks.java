package fr.jalon.readmodel.projection;

import fr.jalon.events.entry.Entry;
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

/** What entries say of other entries, found by comparing a register with the one before its last entry. */
final class Remarks {
    private Remarks() {}

    static void compare(Register before, Register after, Entry entry, List<Remark> takenBack, List<Remark> made) {
        Optional<Filed> file = switch (entry) {
            case WorldEntry world -> after.filed(world.entryId());
            case RegisterEntry remark -> after.subjectOf(remark);
        };
        Set<Remark> now = new LinkedHashSet<>(file.map(Remarks::of).orElse(Set.of()));
        if (entry instanceof RegisterEntry remark) {
            now.add(of(remark));
        }
        Set<Remark> old = file.flatMap(filed -> before.filed(filed.original().entryId()))
                .map(Remarks::of)
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
                ? new Remark(announcement, Remark.Kind.FULFILLED, content.entryId())
                : null;
    }

    private static Remark of(RegisterEntry remark) {
        Remark.Kind kind = switch (remark) {
            case EntryCorrected ignored -> Remark.Kind.CORRECTED;
            case EntryRetracted ignored -> Remark.Kind.RETRACTED;
            case EntryContested ignored -> Remark.Kind.CONTESTED;
            case AnnouncementAbandoned ignored -> Remark.Kind.ABANDONED;
        };
        return new Remark(remark.target(), kind, remark.entryId());
    }
}
