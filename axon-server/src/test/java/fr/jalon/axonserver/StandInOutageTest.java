package fr.jalon.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.store.log.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What the log says while its server is away, and once it is back. */
@Tag("long")
class StandInOutageTest {
    private final StandIn standIn = StandIn.start();
    private final AxonServer server = AxonServer.connect(standIn.settings("test"));
    private final AxonServerEventLog log = new AxonServerEventLog(server);
    private final AxonServerLogWriter writer = new AxonServerLogWriter(server);

    @AfterEach
    void close() {
        server.close();
        standIn.close();
    }

    @Test
    void every_question_says_that_it_is_away_and_health_says_why() throws Exception {
        writer.append(List.of(event(1)));
        standIn.kill();

        assertAway(log::head);
        assertAway(() -> log.after(0, 10));
        assertAway(() -> log.of("lyon", 1, 10));
        assertAway(() -> log.find(UUID.randomUUID()));
        assertAway(() -> log.lastPosition("lyon"));
        assertThat(server.trouble()).isPresent();
        assertThat(new AxonServerHealth(server).health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void of_an_append_nobody_can_tell_whether_it_was_stored() {
        standIn.kill();
        RefusedAppendException refused =
                catchThrowableOfType(RefusedAppendException.class, () -> writer.append(List.of(event(1))));

        assertThat(refused.reason())
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        away -> assertThat(away.outcomeUnknown()).isTrue());
    }

    @Test
    void when_it_is_back_reads_and_appends_go_on_unaided() throws Exception {
        NewEvent first = event(1);
        writer.append(List.of(first));
        standIn.kill();
        standIn.begin();
        awaitBack();
        writer.append(List.of(event(2)));

        assertThat(log.head()).isEqualTo(2);
        assertThat(log.find(first.entryId())).isPresent();
        assertThat(new AxonServerHealth(server).health().getStatus()).isEqualTo(Status.UP);
    }

    /** It may have just started, and not have found all its events yet. */
    @Test
    void one_that_tells_of_fewer_entries_than_before_is_not_believed() throws Exception {
        writer.append(List.of(event(1), event(2)));
        assertThat(log.head()).isEqualTo(2);
        standIn.cutBack(2);

        assertAway(log::head);
        assertAway(() -> log.lastPosition("paris"));
        assertAway(() -> log.find(UUID.randomUUID()));
        writer.append(List.of(event(2)));
        assertThat(log.head()).isEqualTo(2);
    }

    @Test
    void a_token_that_is_refused_is_said_and_so_is_one_that_is_missing() {
        try (StandIn asking = StandIn.asking("the-right-token")) {
            assertThat(trouble(asking, "the-right-token")).isEmpty();
            assertThat(trouble(asking, "a-wrong-token")).contains("Axon Server refuses the token");
            assertThat(trouble(asking, null)).contains("Axon Server refuses the token");
        }
    }

    private static Optional<String> trouble(StandIn asking, @Nullable String token) {
        AxonServerSettings plain = asking.settings("test");
        try (AxonServer server = AxonServer.connect(
                new AxonServerSettings("test", plain.servers(), plain.context(), token, false, null), Duration.ZERO)) {
            return server.trouble();
        }
    }

    private void awaitBack() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (server.trouble().isPresent()) {
            assertThat(System.nanoTime()).as("still away after a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static void assertAway(Runnable question) {
        assertThatThrownBy(question::run).isInstanceOf(StoreUnavailableException.class);
    }

    private static NewEvent event(long position) {
        return new NewEvent(UUID.randomUUID(), "lyon", position, position, "noted", "1", "{}", "{}");
    }
}
