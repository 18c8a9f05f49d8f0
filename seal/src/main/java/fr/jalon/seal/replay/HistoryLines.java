package fr.jalon.seal.replay;

import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.register.Remark;
import fr.jalon.store.entry.LoggedEntry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Entries with what was said of them, as the history shows them, by the fold alone. */
public final class HistoryLines {
    private final Map<UUID, Map<Remark.Kind, SortedMap<Long, UUID>>> said = new HashMap<>();

    public HistoryLines(Register register) {
        for (Recorded recorded : register.entries()) {
            Set<Remark> remarks = switch (recorded.entry()) {
                case WorldEntry world ->
                    register.filed(world.entryId()).map(Remark::of).orElse(Set.of());
                case RegisterEntry remark ->
                    register.subjectOf(remark).isEmpty() ? Set.of(Remark.of(remark)) : Set.of();
                case KeepingEntry _ -> Set.of();
            };
            for (Remark remark : remarks) {
                long position = register.recorded(remark.entryId())
                        .map(Recorded::position)
                        .orElse(0L);
                said.computeIfAbsent(remark.target(), none -> new EnumMap<>(Remark.Kind.class))
                        .computeIfAbsent(remark.kind(), none -> new TreeMap<>())
                        .put(position, remark.entryId());
            }
        }
    }

    public HistoryItem of(LoggedEntry logged) {
        Recorded recorded = logged.recorded();
        UUID entry = recorded.entry().entryId();
        Map<Remark.Kind, List<UUID>> remarks = new EnumMap<>(Remark.Kind.class);
        said.getOrDefault(entry, Map.of()).forEach((kind, by) -> remarks.put(kind, List.copyOf(by.values())));
        return HistoryItem.of(
                entry,
                logged.position(),
                recorded.recordedAt(),
                logged.actor(),
                logged.role(),
                EntryJson.tree(recorded.entry()),
                remarks);
    }
}
