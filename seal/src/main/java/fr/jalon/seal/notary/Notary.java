package fr.jalon.seal.notary;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.Edge;
import fr.jalon.log.SignedNote;
import fr.jalon.log.SigningKey;
import fr.jalon.log.VerifierKey;
import fr.jalon.seal.log.BrokenLogException;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.log.SealedLog.Signed;
import fr.jalon.store.log.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the log: reads it in order, adds one leaf an event to the tree and signs what it has come to. Leaves, nodes and
 * checkpoint of a batch are one transaction, so that a crash at any moment leaves a tree that is whole. Of several
 * processes one seals at a time, whichever comes first, all with the same key.
 */
public final class Notary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notary.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource database;
    private final EventLog log;
    private final SealedLog sealed;
    private final SigningKey key;
    private final KeptCheckpoints kept;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final NextLeaves leaves;
    private @Nullable Edge edge;
    /** Whether the log was signed with this process's key since it began: another key later on is another process's. */
    private boolean mine;

    /** Whether this process's key vouched for the keys before it. */
    private boolean vouched;

    private volatile @Nullable Exception trouble;

    /**
     * A notary that waits for {@link #start()}.
     *
     * @param database where it seals
     * @param log what it seals
     * @param kept where it drops checkpoints outside the database
     */
    public Notary(DataSource database, EventLog log, SigningKey key, KeptCheckpoints kept) {
        this.database = database;
        this.log = log;
        this.sealed = new SealedLog(database);
        this.leaves = new NextLeaves(log);
        this.key = key;
        this.kept = kept;
        this.thread = Thread.ofPlatform().daemon().name("notary").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Finishes the batch it is at and drops the last checkpoint where they are kept. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
            leaves.close();
            sealed.checkpoint().ifPresent(kept::keep);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The last checkpoint could not be kept", e);
        }
    }

    /** Why it does not get on; null while it does. */
    @Nullable
    public Exception trouble() {
        return trouble;
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!isClosing(pause)) {
            try {
                pause = seal() ? Duration.ZERO : LOOK;
                trouble = null;
            } catch (Exception e) {
                if (trouble == null) {
                    LOG.error("The notary does not get on; it tries again every second", e);
                }
                trouble = e;
                edge = null;
                leaves.forget();
                pause = AFTER_FAILURE;
            }
        }
    }

    private boolean isClosing(Duration pause) {
        try {
            return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Seals the next batch, if there is one; says whether there may be more. */
    private boolean seal() throws SQLException {
        Edge before = edge;
        long head = log.head();
        if (before != null && head < before.size()) {
            throw new BrokenLogException(before.size(), head);
        }
        if (before != null && head == before.size()) {
            if (kept.isDue()) {
                sealed.checkpoint().ifPresent(kept::keep);
            }
            return false;
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = seal(connection);
                connection.commit();
                mine |= edge != null;
                vouched |= edge != null;
                return more;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private boolean seal(Connection connection) throws SQLException {
        SealWriter writer = new SealWriter(connection);
        if (!writer.isAlone()) {
            return false;
        }
        // Another process may have sealed since this one last did; the lock is ours now.
        long size = sealed.size();
        Edge growing = edge;
        if (growing == null || growing.size() != size) {
            growing = new Edge(sealed.nodes(), size);
        }
        edge = null;
        List<NextLeaf> next = leaves.after(size);
        writer.add(next, growing);
        Signed last = sealed.checkpoint().orElse(null);
        if (!isSigned(last) || !next.isEmpty()) {
            writer.sign(new Checkpoint(key.verifier().name(), growing.size(), growing.root()), key);
        }
        if (!vouched) {
            vouch(last, writer);
        }
        edge = growing;
        return next.size() == NextLeaves.PAGE;
    }

    /** Whether what was signed last is signed with this key, which may be a new one. */
    private boolean isSigned(@Nullable Signed last) {
        if (last == null) {
            return false;
        }
        String origin = last.checkpoint().origin();
        if (!origin.equals(key.verifier().name())) {
            throw new IllegalStateException("The signing key is named "
                    + key.verifier().name() + ", but this log is " + origin + ": a new key keeps the log's name");
        }
        if (key.verifier().signed(SignedNote.parse(last.note()))) {
            return true;
        }
        if (mine) {
            throw new IllegalStateException("This process signs with a key that another has replaced, "
                    + sealed.keys().getFirst().text() + ": one key signs a log at a time");
        }
        return false;
    }

    /** For the key that signed before this one, and for those that it vouched for; and for no other that is listed. */
    private void vouch(@Nullable Signed last, SealWriter writer) throws SQLException {
        VerifierKey own = key.verifier();
        Map<String, VerifierKey> keys = new LinkedHashMap<>();
        keys.put(own.text(), own);
        if (last != null) {
            SignedNote note = SignedNote.parse(last.note());
            Stream.concat(
                            Stream.of(own),
                            sealed.listedKeys().stream()
                                    .flatMap(text -> SealedLog.key(text).stream())
                                    .filter(each -> each.name().equals(own.name())))
                    .filter(each -> each.signed(note))
                    .findFirst()
                    .ifPresent(before -> {
                        keys.putIfAbsent(before.text(), before);
                        sealed.keyring(before)
                                .ifPresent(ring -> ring.keys().forEach(each -> keys.putIfAbsent(each.text(), each)));
                    });
        }
        List<VerifierKey> all = List.copyOf(keys.values());
        boolean isVouched = sealed.keyring(own)
                .filter(ring -> ring.keys().size() == all.size() && all.stream().allMatch(ring::has))
                .isPresent();
        if (!isVouched) {
            writer.vouch(all, key);
        }
    }
}
