package fr.jalon.query.audit;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.Edge;
import fr.jalon.log.Hash;
import fr.jalon.log.SignedNote;
import fr.jalon.log.VerifierKey;
import fr.jalon.query.audit.Finding.Kind;
import fr.jalon.query.audit.KeptCheckpoints.Kept;
import fr.jalon.query.audit.SealedLog.Place;
import fr.jalon.query.audit.SealedLog.SealedLeaf;
import fr.jalon.query.audit.SealedLog.Signed;
import fr.jalon.store.EventLog;
import fr.jalon.store.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event store again from its beginning and holds it against the sealed tree, the tree against what was signed,
 * and what was signed against the checkpoints kept elsewhere. One page of events is in memory at a time.
 */
final class LogCheck {
    private static final int PAGE = 2_000;
    private static final int ENOUGH = 100;

    private final EventLog log;
    private final SealedLog sealed;
    private final KeptCheckpoints kept;
    private final List<VerifierKey> trusted;
    private final LongConsumer progress;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Last> last = new HashMap<>();

    private record Last(long position, Instant recordedAt) {}

    /** @param trusted the keys that may have signed, if this process knows; else those that the database lists count */
    LogCheck(EventLog log, SealedLog sealed, KeptCheckpoints kept, List<VerifierKey> trusted, LongConsumer progress) {
        this.log = log;
        this.sealed = sealed;
        this.kept = kept;
        this.trusted = trusted;
        this.progress = progress;
    }

    /** What is wrong, the first places first; nothing if all is well. */
    List<Finding> run() {
        // First what was kept, then what was signed, then what is there: what is sealed meanwhile, by this process or
        // another,
        // is not held against it.
        List<Kept> before = kept.all();
        Optional<Signed> signed = sealed.checkpoint();
        long size = signed.map(each -> each.checkpoint().size()).orElse(0L);
        Edge edge = new Edge(sealed.nodes(), 0);
        events(size, edge);
        signed.ifPresent(each -> signature(each, edge));
        kept(before, size);
        return List.copyOf(findings);
    }

    private void events(long size, Edge edge) {
        for (StoredEvent before : log.after(Long.MIN_VALUE, ENOUGH)) {
            if (before.globalIndex() > 0) {
                break;
            }
            found(new Finding(
                    Kind.INSERTED,
                    before.globalIndex() - 1,
                    before.entryId(),
                    before.territory(),
                    before.position(),
                    "an event stands before the first"));
        }
        while (edge.size() < size && findings.size() < ENOUGH) {
            int page = (int) Math.min(PAGE, size - edge.size());
            long from = edge.size();
            List<SealedLeaf> leaves = sealed.leaves(from, page);
            Map<Long, StoredEvent> events = new HashMap<>();
            log.after(from, page).forEach(event -> events.put(event.globalIndex() - 1, event));
            Map<Place, Hash> nodes = new HashMap<>();
            for (int i = 0; i < leaves.size() && leaves.get(i).index() == from + i; i++) {
                leaf(leaves.get(i), events.get(from + i), edge, nodes);
            }
            tree(nodes);
            if (edge.size() < from + page) {
                found(Finding.of(Kind.TREE, "the sealed leaf " + edge.size() + " is gone"));
                return;
            }
            progress.accept(edge.size());
        }
    }

    private void leaf(SealedLeaf leaf, @Nullable StoredEvent event, Edge edge, Map<Place, Hash> nodes) {
        // Each leaf is held against its own row of the tree, and the tree against itself: a fault is named where it is.
        edge.add(leaf.hash(), (level, index, hash) -> {
            if (level > 0) {
                nodes.put(new Place(level, index), hash);
            }
        });
        if (event == null) {
            gone(leaf);
        } else if (!event.entryId().equals(leaf.entryId())) {
            boolean isSealed = sealed.isSealed(event.entryId());
            found(Finding.of(
                    isSealed ? Kind.REORDERED : Kind.INSERTED,
                    leaf,
                    "entry " + event.entryId()
                            + (isSealed ? " stands in its place" : ", never sealed, stands in its place")));
        } else if (!isAsSealed(leaf, event)) {
            found(Finding.of(Kind.CHANGED, leaf, "the row is not what was sealed"));
        } else {
            order(leaf, event);
        }
    }

    private void gone(SealedLeaf leaf) {
        if (log.head() <= leaf.index()) {
            found(Finding.of(Kind.TRUNCATED, leaf, "the log ends before it"));
        } else {
            boolean isElsewhere = log.find(leaf.entryId()).isPresent();
            found(Finding.of(
                    isElsewhere ? Kind.REORDERED : Kind.MISSING,
                    leaf,
                    isElsewhere ? "it stands elsewhere in the log" : "the log has it no more"));
        }
    }

    private static boolean isAsSealed(SealedLeaf leaf, StoredEvent event) {
        try {
            return Leaves.raw(event).equals(leaf.raw())
                    && Leaves.of(event).hash().equals(leaf.hash());
        } catch (IllegalArgumentException notJson) {
            return false;
        }
    }

    private void order(SealedLeaf leaf, StoredEvent event) {
        Last before = last.put(event.territory(), new Last(event.position(), event.recordedAt()));
        long expected = before == null ? 1 : before.position + 1;
        if (event.position() != expected
                || (before != null && !event.recordedAt().isAfter(before.recordedAt))) {
            found(Finding.of(Kind.OUT_OF_ORDER, leaf, "it does not follow the entry before it"));
        }
    }

    private void tree(Map<Place, Hash> nodes) {
        Map<Place, Hash> stored = sealed.hashes(nodes);
        nodes.forEach((place, hash) -> {
            if (!hash.equals(stored.get(place))) {
                found(Finding.of(
                        Kind.TREE,
                        "node %d of level %d is not what its leaves make".formatted(place.index(), place.level())));
            }
        });
    }

    private void signature(Signed signed, Edge edge) {
        List<VerifierKey> keys = trusted.isEmpty() ? sealed.keys() : trusted;
        SignedNote note = SignedNote.parse(signed.note());
        Checkpoint checkpoint = signed.checkpoint();
        if (keys.stream().noneMatch(key -> key.name().equals(checkpoint.origin()) && key.signed(note))) {
            found(Finding.of(
                    Kind.SIGNATURE, "the checkpoint of size " + checkpoint.size() + " is not signed by this log"));
        }
        if (edge.size() == checkpoint.size() && !edge.root().equals(checkpoint.root())) {
            found(Finding.of(Kind.TREE, "the leaves do not make the root that was signed"));
        }
    }

    private void kept(List<Kept> before, long size) {
        for (Kept each : before) {
            String file = each.file();
            if (each.signed() == null) {
                found(Finding.of(Kind.KEPT_UNREADABLE, file + " holds no checkpoint"));
                continue;
            }
            Checkpoint checkpoint = each.signed().checkpoint();
            if (checkpoint.size() > size) {
                found(Finding.of(
                        Kind.ROLLED_BACK,
                        "%s knows of %d entries, the log of %d".formatted(file, checkpoint.size(), size)));
            } else if (!isPrefix(checkpoint)) {
                found(Finding.of(Kind.REWRITTEN, file + " is of another log than this one"));
            }
        }
    }

    private boolean isPrefix(Checkpoint checkpoint) {
        try {
            return sealed.root(checkpoint.size()).equals(checkpoint.root());
        } catch (MissingNodeException e) {
            return false;
        }
    }

    private void found(Finding finding) {
        if (findings.size() < ENOUGH) {
            findings.add(finding);
        }
    }
}
