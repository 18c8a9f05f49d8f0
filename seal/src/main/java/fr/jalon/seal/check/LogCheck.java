package fr.jalon.seal.check;

import fr.jalon.log.VerifierKey;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.seal.check.SelfCheck.Step;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.KeptCheckpoints.Kept;
import fr.jalon.seal.log.Leaves;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.log.SealedLog.SealedLeaf;
import fr.jalon.seal.log.SealedLog.Stand;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event store again from its beginning and holds it against the sealed leaves, these against the tree, the
 * tree against what was signed, and that against the log's keys and the checkpoints kept elsewhere. One page of events
 * is in memory at a time, and it goes to the end whatever it finds.
 */
public final class LogCheck implements Check {
    private static final int PAGE = 2_000;

    private final EventLog log;
    private final SealedLog sealed;
    private final KeptCheckpoints kept;
    private final List<VerifierKey> own;
    private final boolean isInOrder;

    /**
     * A check of one log.
     *
     * @param own the keys that may have signed, if this process knows; else those that the database lists count
     * @param isInOrder whether recorded time follows the index over all registers, as PostgreSQL's own log has it
     */
    public LogCheck(EventLog log, SealedLog sealed, KeptCheckpoints kept, List<VerifierKey> own, boolean isInOrder) {
        this.log = log;
        this.sealed = sealed;
        this.kept = kept;
        this.own = own;
        this.isInOrder = isInOrder;
    }

    @Override
    public void run(Findings findings, Listener listener) {
        // First what was kept, then what was signed, then what is there: what is sealed meanwhile, by whichever
        // process, is
        // not held against it.
        List<Kept> files = kept.all();
        Stand stand = sealed.stand();
        long head = log.head();
        CheckpointCheck checkpoints = new CheckpointCheck(sealed, new KeyCheck(sealed, own, findings).run(), findings);
        List<Claim> claims = checkpoints.rows(stand.lastCheckpoint());
        long signed = claims.stream().mapToLong(Claim::size).max().orElse(0);
        long leaves = Math.max(signed, stand.leaves());
        new Events(findings, listener, leaves, head).run();
        TreeCheck tree = new TreeCheck(sealed, findings);
        long size = signed == 0 ? stand.leaves() : signed;
        tree.nodes(size);
        if (stand.leaves() > signed) {
            findings.add(
                    Kind.CHECKPOINT,
                    "%d entries are sealed, and the last checkpoint that holds is of %d: later ones are gone"
                            .formatted(stand.leaves(), signed));
        }
        tree.beyond(size, stand.lastCheckpoint());
        tree.signed(claims);
        tree.kept(checkpoints.kept(files, signed));
    }

    /** One reading of the events. */
    private final class Events {
        private final Findings findings;
        private final Listener listener;
        private final long size;
        private final long head;
        private final Map<String, Last> last = new HashMap<>();
        private Instant latest = Instant.MIN;

        /** @param recordedAt null where it cannot be told */
        private record Last(long position, @Nullable Instant recordedAt) {}

        Events(Findings findings, Listener listener, long size, long head) {
            this.findings = findings;
            this.listener = listener;
            this.size = size;
            this.head = head;
        }

        void run() {
            beforeTheFirst();
            for (long from = 0; from < size; from = Math.min(size, from + PAGE)) {
                int page = (int) Math.min(PAGE, size - from);
                Map<Long, SealedLeaf> leaves = new HashMap<>();
                sealed.leaves(from, page).forEach(leaf -> leaves.put(leaf.index(), leaf));
                Map<Long, StoredEvent> events = new HashMap<>();
                log.after(from, page).forEach(event -> events.put(event.globalIndex() - 1, event));
                for (long index = from; index < from + page; index++) {
                    at(index, leaves.get(index), events.get(index));
                }
                listener.at(Step.LOG, from + page, size);
            }
            notYetSealed();
        }

        private void beforeTheFirst() {
            for (StoredEvent before : log.after(Long.MIN_VALUE, PAGE)) {
                if (before.globalIndex() > 0) {
                    break;
                }
                findings.add(Finding.of(Kind.INSERTED, before, "an event stands before the first"));
            }
        }

        private void at(long index, @Nullable SealedLeaf leaf, @Nullable StoredEvent event) {
            if (leaf == null) {
                findings.add(
                        event == null
                                ? Finding.of(Kind.TREE, index, "leaf " + index + " is gone, and its entry with it")
                                : Finding.of(Kind.TREE, event, "its sealed leaf is gone"));
                if (event != null) {
                    order(event);
                }
            } else if (event == null) {
                gone(leaf);
                last.put(leaf.territory(), new Last(leaf.position(), null));
            } else if (isAsSealed(leaf, event)) {
                named(leaf, event);
                order(event);
            } else {
                changed(leaf, event);
                last.put(leaf.territory(), new Last(leaf.position(), null));
            }
        }

        private void changed(SealedLeaf leaf, StoredEvent event) {
            if (event.entryId().equals(leaf.entryId())) {
                findings.add(Finding.of(Kind.CHANGED, leaf, "the row is not what was sealed"));
                return;
            }
            boolean isSealed = sealed.isSealed(event.entryId());
            findings.add(Finding.of(
                    isSealed ? Kind.REORDERED : Kind.INSERTED,
                    leaf,
                    "entry " + event.entryId()
                            + (isSealed ? " stands in its place" : ", never sealed, stands in its place")));
        }

        private void gone(SealedLeaf leaf) {
            if (head <= leaf.index()) {
                findings.add(Finding.of(Kind.TRUNCATED, leaf, "the log ends before it"));
            } else {
                boolean isElsewhere = log.find(leaf.entryId()).isPresent();
                findings.add(Finding.of(
                        isElsewhere ? Kind.REORDERED : Kind.MISSING,
                        leaf,
                        isElsewhere ? "it stands elsewhere in the log" : "the log has it no more"));
            }
        }

        /** Beside the hash a leaf says which entry it is of, to name it should its row be gone. */
        private void named(SealedLeaf leaf, StoredEvent event) {
            if (!leaf.entryId().equals(event.entryId())
                    || !leaf.territory().equals(event.territory())
                    || leaf.position() != event.position()) {
                findings.add(Finding.of(Kind.TREE, event, "its sealed leaf bears another entry's name"));
            }
        }

        private void order(StoredEvent event) {
            Last before = last.put(event.territory(), new Last(event.position(), event.recordedAt()));
            long expected = before == null ? 1 : before.position + 1;
            if (event.position() != expected
                    || (before != null
                            && before.recordedAt != null
                            && !event.recordedAt().isAfter(before.recordedAt))) {
                findings.add(Finding.of(Kind.OUT_OF_ORDER, event, "it does not follow the entry before it"));
            } else if (isInOrder && !event.recordedAt().isAfter(latest)) {
                findings.add(Finding.of(Kind.OUT_OF_ORDER, event, "another register's entry before it is later"));
            }
            latest = event.recordedAt().isAfter(latest) ? event.recordedAt() : latest;
        }

        private void notYetSealed() {
            long at = size;
            while (at < head) {
                List<StoredEvent> page = log.after(at, PAGE);
                for (StoredEvent event : page) {
                    if (event.globalIndex() != at + 1) {
                        findings.add(
                                Finding.of(Kind.MISSING, event, "the log has no event " + (at + 1) + " before it"));
                    }
                    order(event);
                    at = event.globalIndex();
                }
                if (page.isEmpty()) {
                    return;
                }
            }
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
}
