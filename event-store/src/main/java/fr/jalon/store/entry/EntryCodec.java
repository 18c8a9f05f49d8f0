package fr.jalon.store.entry;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.Revisions;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries as events, under the names of their types; registers as snapshots, as the entries they fold. A snapshot has
 * the revision of the whole vocabulary, so one written before a type took another shape is left aside, never misread.
 */
public final class EntryCodec implements PayloadCodec {
    /** That of the vocabulary as this version has it. */
    public static final EntryCodec CURRENT = new EntryCodec(Revisions.VOCABULARY);

    private static final String SNAPSHOT = "register";
    private static final EntryJson.Defaults DEFAULTS = new EntryJson.Defaults(new UUID(0, 0), null);

    private final Revisions revisions;

    EntryCodec(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public UUID idOf(Object payload) {
        return ((Entry) payload).entryId();
    }

    @Override
    public String typeOf(Object payload) {
        return payload instanceof Entry entry ? EntryType.of(entry).name() : SNAPSHOT;
    }

    @Override
    public String revisionOf(Object payload) {
        return payload instanceof Entry ? revisions.current(typeOf(payload)) : revisions.ofAll();
    }

    @Override
    public String encode(Object payload) {
        return payload instanceof Entry entry ? EntryJson.write(entry) : snapshot((Register) payload);
    }

    @Override
    public Object decode(String type, String revision, String json) {
        if (!type.equals(SNAPSHOT)) {
            return revisions.read(type, revision, json);
        }
        if (!revision.equals(revisions.ofAll())) {
            throw new IllegalArgumentException("unknown revision " + revision + " of " + type);
        }
        return register(json);
    }

    private static String snapshot(Register register) {
        ArrayNode entries = Json.MAPPER.createArrayNode();
        for (Recorded recorded : register.entries()) {
            ObjectNode entry = entries.addObject();
            entry.put("recordedAt", recorded.recordedAt().toString());
            entry.set("entry", EntryJson.tree(recorded.entry()));
        }
        return entries.toString();
    }

    /** A snapshot is ours, so it may be as long as a register is, whatever the limits for what others send. */
    private static Register register(String json) {
        Register register = Register.empty();
        for (JsonNode recorded : Json.MAPPER.readTree(json)) {
            register = register.with(new Recorded(
                    register.position() + 1,
                    Instant.parse(recorded.get("recordedAt").stringValue()),
                    EntryJson.read(recorded.get("entry"), DEFAULTS)));
        }
        return register;
    }
}
