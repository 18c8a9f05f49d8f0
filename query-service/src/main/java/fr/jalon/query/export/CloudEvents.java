package fr.jalon.query.export;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.readmodel.question.History.Item;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as CloudEvents 1.0 in JSON, with the {@code sequence} extension: the position, with zeros before it, as
 * sequences are compared as text.
 */
final class CloudEvents {
    private CloudEvents() {}

    static ObjectNode of(String territory, Item item) {
        ObjectNode event = Json.MAPPER.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", item.entryId().toString());
        event.put("source", "/api/v1/territories/" + territory);
        event.put("type", "fr.jalon." + item.type());
        event.put("subject", subject(EntryJson.read(item.content())));
        event.put("time", item.recordedAt().toString());
        event.put("sequence", "%019d".formatted(item.position()));
        event.put("datacontenttype", "application/json");
        event.set("data", Json.MAPPER.readTree(item.content()));
        return event;
    }

    /**
     * The fact that an entry moves, as {@code funding/mel-convergence}, or the entry it speaks of; itself where
     * neither.
     */
    private static String subject(Entry entry) {
        return switch (entry) {
            case WorldEntry world -> {
                Meaning meaning = Meaning.of(world);
                yield meaning == null ? "entry/" + world.entryId() : subject(meaning.subject());
            }
            case RegisterEntry remark -> "entry/" + remark.target();
        };
    }

    private static String subject(Subject subject) {
        String kind = subject.kind().code();
        return subject.key().isEmpty() ? kind : kind + "/" + subject.key();
    }
}
