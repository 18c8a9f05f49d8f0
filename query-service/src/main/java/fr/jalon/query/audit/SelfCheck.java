package fr.jalon.query.audit;

import fr.jalon.log.VerifierKey;
import fr.jalon.query.audit.Finding.Kind;
import fr.jalon.query.projection.ProjectionCheck;
import fr.jalon.store.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the event store against its seal, and the read models against the event store: now and then, and when asked. */
public final class SelfCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final EventLog log;
    private final Optional<EventLog> copy;
    private final SealedLog sealed;
    private final KeptCheckpoints kept;
    private final List<VerifierKey> trusted;
    private final ProjectionCheck projections;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("self-check").factory());

    private volatile Progress progress = new Progress(State.IDLE, null, 0, 0);
    private volatile @Nullable Result last;

    /** How a check is going. */
    public enum State {
        IDLE,
        RUNNING,
        DONE,
        FAILED
    }

    /** What it holds against what. */
    public enum Step {
        /** Events and leaves against the tree; counted in entries. */
        LOG,
        /** Read models against a replay; counted in territories. */
        PROJECTIONS
    }

    /** How far it is. */
    public record Progress(State state, @Nullable Step step, long done, long total) {}

    /** How the last one ended. */
    public record Result(Instant at, long entries, List<Finding> findings) {}

    /**
     * A check that waits to be asked.
     *
     * @param copy this database's copy of the log, where it is kept elsewhere
     * @param trusted the keys that may have signed; those that the database lists if there are none
     */
    public SelfCheck(
            EventLog log,
            Optional<EventLog> copy,
            SealedLog sealed,
            KeptCheckpoints kept,
            List<VerifierKey> trusted,
            ProjectionCheck projections,
            InstantSource clock) {
        this.log = log;
        this.copy = copy;
        this.sealed = sealed;
        this.kept = kept;
        this.trusted = trusted;
        this.projections = projections;
        this.clock = clock;
    }

    /** Checks soon, and then again and again. */
    public void every(Duration interval) {
        Duration first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
        var _ = thread.scheduleWithFixedDelay(this::ask, first.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Starts a check, unless one is under way; it outlives whoever asked. */
    public synchronized void ask() {
        if (progress.state != State.RUNNING) {
            progress = new Progress(State.RUNNING, Step.LOG, 0, 0);
            thread.execute(this::run);
        }
    }

    public Progress progress() {
        return progress;
    }

    /** How the last one ended; null before the first. */
    public @Nullable Result last() {
        return last;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** A database that is away for a moment, or a rebuild that takes the tables away, is no reason to give up. */
    private void run() {
        for (int attempt = 1; ; attempt++) {
            try {
                check();
                return;
            } catch (RuntimeException e) {
                LOG.error("The check failed, for the {}. time", attempt, e);
                if (attempt == ATTEMPTS || !pause()) {
                    progress = new Progress(State.FAILED, progress.step, progress.done, progress.total);
                    again();
                    return;
                }
            }
        }
    }

    /** What could not be checked is checked as soon as it can be, and not at the next turn. */
    private void again() {
        try {
            var _ = thread.schedule(this::ask, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("No check follows: this process ends");
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void check() {
        long total = sealed.size();
        List<Finding> findings = new ArrayList<>(new LogCheck(
                        log,
                        sealed,
                        kept,
                        trusted,
                        done -> progress = new Progress(State.RUNNING, Step.LOG, done, total))
                .run());
        copy.ifPresent(each -> findings.addAll(new CopyCheck(log, each).run()));
        projections
                .run((done, all) -> progress = new Progress(State.RUNNING, Step.PROJECTIONS, done, all))
                .forEach(difference -> findings.add(finding(difference)));
        last = new Result(clock.instant(), total, List.copyOf(findings));
        progress = new Progress(State.DONE, null, total, total);
        if (!findings.isEmpty()) {
            LOG.error(
                    "The check found {} faults; the first: {}",
                    findings.size(),
                    findings.getFirst().place());
        }
    }

    private Finding finding(ProjectionCheck.Difference difference) {
        var entry = log.of(difference.territory(), difference.position(), 1).stream()
                .findFirst();
        return new Finding(
                Kind.PROJECTION,
                entry.map(event -> event.globalIndex() - 1).orElse(-1L),
                entry.map(event -> event.entryId()).orElse(null),
                difference.territory(),
                difference.position(),
                "the read model " + difference.table() + " is not what a replay makes");
    }
}
