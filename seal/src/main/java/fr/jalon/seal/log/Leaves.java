package fr.jalon.seal.log;

import fr.jalon.events.json.Sha256;
import fr.jalon.log.Hash;
import fr.jalon.log.Leaf;
import fr.jalon.store.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Events as leaves of the log. */
public final class Leaves {
    private static final byte SEPARATOR = 0;

    private Leaves() {}

    public static Leaf of(StoredEvent event) {
        return new Leaf(
                event.entryId(),
                event.territory(),
                event.position(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }

    /** The digest of an event's bytes as they are stored: no text of PostgreSQL's holds the byte between them. */
    public static Hash raw(StoredEvent event) {
        MessageDigest digest = Sha256.begun();
        digest.update(event.payload().getBytes(StandardCharsets.UTF_8));
        digest.update(SEPARATOR);
        return Hash.of(digest.digest(event.metadata().getBytes(StandardCharsets.UTF_8)));
    }
}
