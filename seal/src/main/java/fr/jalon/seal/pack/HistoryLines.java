package fr.jalon.seal.pack;

import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.seal.replay.RecordedJson;
import fr.jalon.store.StoredEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Entries with what was said of them, as the history shows them, by the fold alone. */
final class HistoryLines {
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

    HistoryLines(Register register) {
        this.register = register;
        for (Recorded recorded : register.entries()) {
            switch (recorded.entry()) {
                case WorldEntry world -> register.filed(world.entryId()).ifPresent(this::collect);
                case RegisterEntry remark -> {
                    if (register.subjectOf(remark).isEmpty()) {
                        add(remark);
                    }
                }
            }
        }
    }

    ObjectNode of(StoredEvent event, Recorded recorded) {
        ObjectNode json = RecordedJson.of(event, recorded.entry());
        json.set("correctedBy", many(event.entryId(), Kind.CORRECTED));
        json.set("retractedBy", one(event.entryId(), Kind.RETRACTED));
        json.set("contestedBy", many(event.entryId(), Kind.CONTESTED));
        json.set("abandonedBy", one(event.entryId(), Kind.ABANDONED));
        json.set("fulfilledBy", many(event.entryId(), Kind.FULFILLED));
        return json;
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

    private List<Said> said(UUID target, Kind kind) {
        return said.getOrDefault(target, Map.of()).getOrDefault(kind, new TreeSet<>()).stream()
                .toList();
    }

    private ArrayNode many(UUID target, Kind kind) {
        ArrayNode ids = Json.MAPPER.createArrayNode();
        said(target, kind).forEach(each -> ids.add(each.entryId.toString()));
        return ids;
    }

    private JsonNode one(UUID target, Kind kind) {
        List<Said> all = said(target, kind);
        return all.isEmpty()
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.stringNode(all.getFirst().entryId.toString());
    }
}
