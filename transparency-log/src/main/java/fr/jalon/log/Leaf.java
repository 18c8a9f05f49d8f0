package fr.jalon.log;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/**
 * What the log holds of one event, all as it is stored.
 *
 * @param position its number in its territory's register, from 1
 * @param recordedAt in microseconds, as PostgreSQL keeps it
 * @param payload the entry's JSON
 * @param metadata the JSON of who recorded it and how
 */
public record Leaf(
        UUID id,
        String territory,
        long position,
        Instant recordedAt,
        String type,
        String revision,
        String payload,
        String metadata) {

    /**
     * The bytes that are hashed: canonical JSON (RFC 8785) of these components under their names.
     *
     * @throws IllegalArgumentException if payload or metadata are not JSON
     */
    public byte[] bytes() {
        StringBuilder json = new StringBuilder(payload.length() + metadata.length() + 256);
        json.append("{\"id\":\"").append(id).append("\",\"territory\":");
        quote(territory, json);
        json.append(",\"position\":").append(position);
        json.append(",\"recordedAt\":\"").append(recordedAt).append("\",\"type\":");
        quote(type, json);
        json.append(",\"revision\":");
        quote(revision, json);
        json.append(",\"payload\":").append(payload);
        json.append(",\"metadata\":").append(metadata).append('}');
        try {
            return CanonicalJson.of(json.toString());
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("payload or metadata of " + id + " are not JSON", e);
        }
    }

    /** The leaf's hash. */
    public Hash hash() {
        return Hash.ofLeaf(bytes());
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
