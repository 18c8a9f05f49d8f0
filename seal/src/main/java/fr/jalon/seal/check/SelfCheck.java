package fr.jalon.seal.check;

import fr.jalon.events.entry.Code;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.store.log.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Holds all that can be held against something, now and then, and when asked. What one check cannot read stops no
 * other.
 */
public final class SelfCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Map<String, Check> checks;
    private final LongSupplier entries;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("self-check").factory());

    private volatile Progress progress = new Progress(State.IDLE, null, 0, 0);
    private volatile @Nullable Result last;

    /** How a check is going. */
    public enum State implements Code {
        IDLE,
        RUNNING,
        DONE,
        FAILED
    }

    /** What it holds against what. */
    public enum Step implements Code {
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
     * @param checks what is done, in this order, by a name for what cannot be read
     * @param entries how many entries are sealed
     */
    public SelfCheck(Map<String, Check> checks, LongSupplier entries, InstantSource clock) {
        this.checks = checks;
        this.entries = entries;
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

    /** A database that is away for a moment is no reason to give up. */
    private void run() {
        for (int attempt = 1; ; attempt++) {
            try {
                check();
                return;
            } catch (RuntimeException e) {
                if (thread.isShutdown()) {
                    LOG.info("The check ends unfinished: this process ends");
                    return;
                }
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
        Result result = now();
        last = result;
        progress = new Progress(State.DONE, null, result.entries, result.entries);
        if (!result.findings.isEmpty()) {
            LOG.error(
                    "The check found {} faults; the first: {}",
                    result.findings.size(),
                    result.findings.getFirst().place());
        }
    }

    /** Checks in this thread. */
    public Result now() {
        Findings findings = new Findings();
        checks.forEach((name, check) -> run(name, check, findings));
        return new Result(clock.instant(), count(), findings.all());
    }

    private long count() {
        try {
            return entries.getAsLong();
        } catch (RuntimeException unreadable) {
            if (isAway(unreadable)) {
                throw unreadable;
            }
            return 0;
        }
    }

    /** A rebuild may take tables away between two questions; what cannot be read twice is a fault like any other. */
    private void run(String name, Check check, Findings findings) {
        for (int attempt = 1; ; attempt++) {
            Findings found = new Findings();
            try {
                check.run(found, (step, done, total) -> progress = new Progress(State.RUNNING, step, done, total));
                findings.addAll(found);
                return;
            } catch (RuntimeException e) {
                if (isAway(e)) {
                    throw e;
                }
                LOG.error("The check of {} cannot go on, for the {}. time", name, attempt, e);
                if (attempt == 2) {
                    findings.addAll(found);
                    findings.add(
                            Kind.UNCHECKED,
                            name + " cannot be read: " + e.getClass().getSimpleName());
                    return;
                }
            }
        }
    }

    /** Whether the store does not answer for now, so that nothing is found out. */
    static boolean isAway(RuntimeException e) {
        return e instanceof StoreUnavailableException
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException;
    }
}
