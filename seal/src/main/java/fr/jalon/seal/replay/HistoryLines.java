package fr.jalon.seal.replay;

import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.store.entry.LoggedEntry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries with what was said of them, as the history shows them, by the fold alone. */
public final class HistoryLines {
    private enum Kind {
        CORRECTED,
        RETRACTED,
        CONTESTED,
        ABANDONED,
        FULFILLED
    }

    private final Register register;
    private final Map<UUID, Map<Kind, TreeSet<Said>>> said = new HashMap<>();

    private record Said(long position, UUID entryId) implements Comparable<Said> {
        @Override
        public int compareTo(Said other) {
            return Long.compare(position, other.position);
        }
    }

    public HistoryLines(Register register) {
        this.register = register;
        for (Recorded recorded : register.entries()) {
            switch (recorded.entry()) {
                case WorldEntry world -> register.filed(world.entryId()).ifPresent(this::collect);
                case RegisterEntry remark -> {
                    if (register.subjectOf(remark).isEmpty()) {
                        add(remark);
                    }
                }
                case KeepingEntry _ -> {}
            }
        }
    }

    public HistoryItem of(LoggedEntry logged) {
        Recorded recorded = logged.recorded();
        UUID entry = recorded.entry().entryId();
        return new HistoryItem(
                entry,
                logged.position(),
                recorded.recordedAt(),
                logged.actor(),
                logged.role(),
                EntryJson.tree(recorded.entry()),
                said(entry, Kind.CORRECTED),
                one(entry, Kind.RETRACTED),
                said(entry, Kind.CONTESTED),
                one(entry, Kind.ABANDONED),
                said(entry, Kind.FULFILLED),
                null,
                null);
    }

    private void collect(Filed file) {
        file.remarks().forEach(this::add);
        WorldEntry content = file.content();
        UUID announcement = content.header().fulfils();
        if (announcement != null && content.isActual() && file.stands()) {
            add(announcement, Kind.FULFILLED, content.entryId());
        }
    }

    private void add(RegisterEntry remark) {
        Kind kind = switch (remark) {
            case EntryCorrected _ -> Kind.CORRECTED;
            case EntryRetracted _ -> Kind.RETRACTED;
            case EntryContested _ -> Kind.CONTESTED;
            case AnnouncementAbandoned _ -> Kind.ABANDONED;
        };
        add(remark.target(), kind, remark.entryId());
    }

    private void add(UUID target, Kind kind, UUID entryId) {
        long position = register.recorded(entryId).map(Recorded::position).orElse(0L);
        said.computeIfAbsent(target, none -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, none -> new TreeSet<>())
                .add(new Said(position, entryId));
    }

    private List<UUID> said(UUID target, Kind kind) {
        return said.getOrDefault(target, Map.of()).getOrDefault(kind, new TreeSet<>()).stream()
                .map(Said::entryId)
                .toList();
    }

    private @Nullable UUID one(UUID target, Kind kind) {
        return said(target, kind).stream().findFirst().orElse(null);
    }
}
