package fr.jalon.store.axon;

import fr.jalon.events.json.Sha256;
import fr.jalon.store.log.StoredEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code events.snapshot}: what a territory's entries up to a position fold into.
 *
 * @param digest over all of it and the entry it ends at; null where it is bound to no log, so that it counts for none
 */
public record StoredSnapshot(
        String territory,
        long position,
        Instant recordedAt,
        String type,
        String revision,
        String payload,
        @Nullable String digest) {
    /** The row a result stands on, all columns of {@code events.snapshot} given. */
    public static StoredSnapshot of(ResultSet row) throws SQLException {
        return new StoredSnapshot(
                row.getString("territory"),
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("digest"));
    }

    /** Whether it is as it was taken, of the log in which this entry stands at its position. */
    public boolean isBoundTo(StoredEvent last) {
        return digest(last).equals(digest);
    }

    /** A digest over each part of it and of the entry, with its length, so that no two rows have the same bytes. */
    String digest(StoredEvent last) {
        MessageDigest digest = Sha256.begun();
        for (String part : List.of(
                territory,
                Long.toString(position),
                recordedAt.toString(),
                type,
                revision,
                payload,
                last.entryId().toString(),
                last.territory(),
                Long.toString(last.position()),
                last.recordedAt().toString(),
                last.type(),
                last.revision(),
                last.payload(),
                last.metadata())) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
