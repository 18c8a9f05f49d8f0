package fr.jalon.seal.log;

import fr.jalon.log.Hash;
import fr.jalon.log.VerifierKey;
import fr.jalon.seal.log.SealedLog.SealedLeaf;
import fr.jalon.seal.log.SealedLog.Signed;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What shows anybody, who need not believe us, that an entry is in the log and that the log only ever grew. */
public final class Proofs {
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EventLog log;
    private final SealedLog sealed;
    private final Optional<VerifierKey> own;
    private final Duration patience;

    /** @param own the key this process signs with, if it does */
    public Proofs(EventLog log, SealedLog sealed, Optional<VerifierKey> own) {
        this(log, sealed, own, PATIENCE);
    }

    /** @param patience how long what is not sealed or not copied yet is waited for */
    public Proofs(EventLog log, SealedLog sealed, Optional<VerifierKey> own, Duration patience) {
        this.log = log;
        this.sealed = sealed;
        this.own = own;
        this.patience = patience;
    }

    /**
     * That an entry is in the log.
     *
     * @param leaf the text whose UTF-8 is hashed: canonical JSON
     * @param path from the leaf up to the root of the checkpoint
     */
    public record Inclusion(long index, String leaf, Hash leafHash, List<Hash> path, Signed checkpoint) {}

    /** The last checkpoint; nothing where no notary ever ran. */
    public Optional<Signed> checkpoint() {
        return sealed.checkpoint();
    }

    /** The keys to verify with, the one that signs now first. */
    public List<VerifierKey> keys() {
        List<VerifierKey> known = sealed.keys();
        return known.isEmpty() ? own.stream().toList() : known;
    }

    /**
     * The proof of an entry, waited for if it was only just recorded; nothing if there is no such entry.
     *
     * @throws NotSealedException if it is not sealed even so
     * @throws AlteredEntryException if it is not what was sealed
     */
    public Optional<Inclusion> inclusion(UUID entryId) {
        return log.find(entryId).map(event -> inclusion(event, sealedBeyond(event.globalIndex())));
    }

    /** The proof that the tree of one size begins with that of another, both between 1 and the last checkpoint's. */
    public List<Hash> consistency(long from, long to) {
        return sealed.consistency(from, to);
    }

    private Inclusion inclusion(StoredEvent event, Signed signed) {
        long index = event.globalIndex() - 1;
        byte[] bytes = bytes(event);
        Hash hash = Hash.ofLeaf(bytes);
        if (!sealed.leaf(index).map(SealedLeaf::hash).equals(Optional.of(hash))) {
            throw new AlteredEntryException(event.entryId());
        }
        long size = signed.checkpoint().size();
        return new Inclusion(
                index, new String(bytes, StandardCharsets.UTF_8), hash, sealed.inclusion(index, size), signed);
    }

    private static byte[] bytes(StoredEvent event) {
        try {
            return Leaves.of(event).bytes();
        } catch (IllegalArgumentException e) {
            throw new AlteredEntryException(event.entryId());
        }
    }

    /**
     * The last checkpoint, once it holds the event of this index.
     *
     * @throws NotSealedException if it still does not after some seconds
     */
    public Signed sealedBeyond(long globalIndex) {
        Waiting waiting = new Waiting(patience);
        while (true) {
            Optional<Signed> signed = sealed.checkpoint();
            if (signed.isPresent() && signed.get().checkpoint().size() >= globalIndex) {
                return signed.get();
            }
            waiting.again();
        }
    }

    /**
     * The last checkpoint, once it holds these entries and all else that can be read.
     *
     * @throws NotSealedException if it still does not after some seconds
     * @throws AlteredEntryException if there is no such entry any more
     */
    public Signed sealedWith(Stream<UUID> entries) {
        long last = entries.map(entry -> log.find(entry).orElseThrow(() -> new AlteredEntryException(entry)))
                .mapToLong(StoredEvent::globalIndex)
                .max()
                .orElse(1);
        return sealedBeyond(Math.max(last, log.head()));
    }

    /**
     * The events that follow an index below the signed size, one at least: what is signed may be read a little later.
     *
     * @throws NotSealedException if none can be read after some seconds
     */
    public List<StoredEvent> signedAfter(long globalIndex, int limit) {
        List<StoredEvent> events = log.after(globalIndex, limit);
        for (Waiting waiting = new Waiting(patience); events.isEmpty(); events = log.after(globalIndex, limit)) {
            waiting.again();
        }
        return events;
    }
}
