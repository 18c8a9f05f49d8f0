package fr.jalon.seal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.store.axon.MemoryLog;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.store.log.StoreUnavailableException;
import fr.jalon.store.log.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was just recorded is waited for in the copy, and never called unknown. */
class AwaitedCopyTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private final MemoryLog log = new MemoryLog();
    private final LateCopy copy = new LateCopy();

    @Test
    void an_entry_that_the_copy_lacks_is_waited_for() {
        record(log, 1, 2);
        record(copy, 1);
        copy.comesAtLook(3, 2);

        assertThat(awaited(LONG).find(SECOND).map(StoredEvent::globalIndex)).contains(2L);
    }

    @Test
    void a_registers_end_that_the_copy_lacks_is_waited_for() {
        record(log, 1, 2);
        record(copy, 1);
        copy.comesAtLook(3, 2);

        assertThat(awaited(LONG).lastPosition("lyon")).isEqualTo(2);
        assertThat(copy.of("lyon", 2, 1)).hasSize(1);
    }

    @Test
    void one_that_does_not_come_in_time_is_not_sealed_yet_and_not_unknown() {
        record(log, 1, 2);
        record(copy, 1);
        EventLog awaited = awaited(Duration.ofMillis(50));

        assertThatThrownBy(() -> awaited.find(SECOND)).isInstanceOf(NotSealedException.class);
        assertThatThrownBy(() -> awaited.lastPosition("lyon")).isInstanceOf(NotSealedException.class);
        assertThat(copy.looks).isGreaterThan(2);
    }

    @Test
    void nobody_waits_for_what_was_never_recorded() {
        record(log, 1);
        record(copy, 1);

        assertThat(awaited(LONG).find(SECOND)).isEmpty();
        assertThat(awaited(LONG).lastPosition("paris")).isZero();
        assertThat(copy.looks).isEqualTo(2);
    }

    @Test
    void what_the_copy_has_is_told_while_the_log_is_away_and_of_all_else_nobody_can_tell() {
        record(log, 1, 2);
        record(copy, 1);
        log.goAway();
        EventLog awaited = awaited(LONG);

        assertThat(awaited.find(FIRST)).isPresent();
        assertThat(awaited.after(0, 10)).isEqualTo(copy.after(0, 10)).hasSize(1);
        assertThatThrownBy(() -> awaited.find(SECOND)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> awaited.lastPosition("lyon")).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_waiting_thread_that_is_interrupted_waits_no_longer() {
        record(log, 1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> awaited(LONG).find(FIRST)).isInstanceOf(NotSealedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private EventLog awaited(Duration patience) {
        return new AwaitedCopy(log, copy, patience);
    }

    private static void record(MemoryLog log, long... positions) {
        for (long position : positions) {
            NewEvent event = new NewEvent(new UUID(0, position), "lyon", position, position, "noted", "1", "{}", "{}");
            try {
                log.append(List.of(event));
            } catch (RefusedAppendException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A copy that comes on while it is looked at. */
    private static final class LateCopy extends MemoryLog {
        private int looks;
        private int comesAt;
        private long position;

        void comesAtLook(int look, long next) {
            comesAt = look;
            position = next;
        }

        private void look() {
            looks++;
            if (looks == comesAt) {
                record(this, position);
            }
        }

        @Override
        public Optional<StoredEvent> find(UUID entryId) {
            look();
            return super.find(entryId);
        }

        @Override
        public long lastPosition(String territory) {
            look();
            return super.lastPosition(territory);
        }
    }
}
