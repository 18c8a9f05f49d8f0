package fr.jalon.store;

import static fr.jalon.store.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.Role;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentAppendsTest {
    private final Database database = Database.migrated();
    private final LogStorageEngine engine = database.engine();

    @AfterEach
    void close() {
        database.close();
    }

    /** The defect this store exists to avoid: see AxonFramework issue 4829. */
    @Test
    void an_event_whose_commit_is_slow_holds_the_later_ones_back_and_no_reader_misses_it() throws Exception {
        UUID slow = UUID.randomUUID();
        try (Connection held = database.as(Role.COMMAND).getConnection();
                Statement statement = held.createStatement();
                var threads = Executors.newSingleThreadExecutor()) {
            held.setAutoCommit(false);
            statement.execute("""
                    select events.append(array['%s']::uuid[], '{lyon}', '{1}', array[%d]::bigint[], '{noted}', '{1}',
                        array['{"id":"%s","text":"slow"}'], '{"{}"}')
                    """.formatted(slow, RecordedClock.micros(Instant.now()), slow));

            Noted fast = Noted.of("stamped more than a minute before");
            Future<?> behind = threads.submit(() -> engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                    "territory",
                    "lille",
                    0,
                    fast,
                    Map.of(),
                    "unused",
                    Instant.now().minusSeconds(90)))));
            database.awaitBlockedAppend();
            assertThat(engine.readEvents(null, false)).isEmpty();
            assertThat(behind).isNotDone();

            held.commit();
            behind.get();
            assertThat(engine.readEvents(null, false).map(TrackedEventMessage::getIdentifier))
                    .containsExactly(slow.toString(), fast.id().toString());
        }
    }

    @Test
    void an_event_that_the_database_cannot_hold_fails_alone() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> engine.appendEvents(
                            List.of(event(i % 4 == 0 ? "NUL \0" + i : "territory-" + i, 1, "entry")))))
                    .toList();
            int stored = 0;
            for (Future<?> each : sent) {
                try {
                    each.get();
                    stored++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(EventStoreException.class);
                }
            }
            assertThat(stored).isEqualTo(30);
        }
        assertThat(engine.readEvents(null, false).count()).isEqualTo(30);
    }
}
