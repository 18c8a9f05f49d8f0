package fr.jalon.store.axon;

import fr.jalon.store.entry.PayloadCodec;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@link Noted}, and nothing else. */
public final class NotedCodec implements PayloadCodec {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public UUID idOf(Object payload) {
        return ((Noted) payload).id();
    }

    @Override
    public String typeOf(Object payload) {
        return "noted";
    }

    @Override
    public String revisionOf(Object payload) {
        return "1";
    }

    @Override
    public String encode(Object payload) {
        return MAPPER.writeValueAsString(payload);
    }

    @Override
    public Object decode(String type, String revision, String json) {
        if (!type.equals("noted") || !revision.equals("1")) {
            throw new IllegalArgumentException("unknown type " + type + " in revision " + revision);
        }
        return MAPPER.readValue(json, Noted.class);
    }
}
