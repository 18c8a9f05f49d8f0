package fr.jalon.store.axon;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * The clock of recorded time: it never gives one microsecond twice and never one before what it has seen, whatever the
 * clock beneath does. Since a writer sees a territory's last entry before it adds one, recorded time strictly increases
 * within a territory, across restarts and processes.
 */
public final class RecordedClock extends Clock {
    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
    private final InstantSource base;

    /** A clock that follows {@code base} where it can. */
    public RecordedClock(InstantSource base) {
        this.base = base;
    }

    /** A clock that follows the machine's. */
    public static RecordedClock system() {
        return new RecordedClock(InstantSource.system());
    }

    /** Stamps the events of this process by this clock. */
    public void install() {
        GenericEventMessage.clock = this;
    }

    /** Takes note of a recorded time: all that follow lie after it. */
    public void observe(Instant recordedAt) {
        last.accumulateAndGet(micros(recordedAt), Math::max);
    }

    @Override
    public Instant instant() {
        long now = micros(base.instant());
        return Instant.EPOCH.plus(last.updateAndGet(before -> Math.max(before + 1, now)), ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    @SuppressWarnings("UnnecessaryMethodReference") // this itself would come back here
    public Clock withZone(ZoneId zone) {
        InstantSource source = this::instant;
        return source.withZone(zone);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
