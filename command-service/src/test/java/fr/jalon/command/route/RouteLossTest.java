package fr.jalon.command.route;

import static fr.jalon.command.route.Processes.ACCEPTED;
import static fr.jalon.command.route.Processes.MAYBE_RECORDED;
import static fr.jalon.command.route.Processes.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.command.territory.Decision;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of entries on their way when a process ends, or is lost, or what is between is. */
class RouteLossTest {
    private final Processes processes = new Processes();
    private final Blocked blocked = new Blocked();

    @AfterEach
    void close() {
        processes.close();
    }

    @Test
    void when_the_process_that_has_an_entry_is_lost_it_may_be_recorded() throws Exception {
        processes.taking(blocked::decide);
        Future<Decision> sent = processes.send(processes.sender(), "lille");
        blocked.awaitEntered(1);
        processes.between.loseHandlers();

        assertThat(sent.get(1, TimeUnit.MINUTES)).isEqualTo(MAYBE_RECORDED);
        blocked.release();
    }

    @Test
    void when_what_is_between_is_lost_an_entry_under_way_may_be_recorded_and_all_goes_on_when_it_is_back()
            throws Exception {
        processes.taking(blocked::decide);
        CommandRoute sender = processes.sender();
        Future<Decision> sent = processes.send(sender, "lille");
        blocked.awaitEntered(1);
        processes.between.kill();
        assertThat(sent.get(1, TimeUnit.MINUTES)).isEqualTo(MAYBE_RECORDED);
        assertThat(sender.record(command("lille"), Map.of())).isEqualTo(MAYBE_RECORDED);
        blocked.release();
        processes.between.begin();

        Processes.await(() -> sender.record(command("lille"), Map.of()).equals(ACCEPTED));
    }

    @Test
    void an_answer_is_not_waited_for_without_end() {
        processes.taking(blocked::decide);

        assertThat(processes.sender(Duration.ofMillis(200)).record(command("lille"), Map.of()))
                .isEqualTo(MAYBE_RECORDED);
        blocked.release();
    }

    @Test
    void one_who_is_interrupted_waits_no_longer() {
        processes.taking(blocked::decide);
        CommandRoute sender = processes.sender();
        Thread.currentThread().interrupt();

        assertThat(sender.record(command("lille"), Map.of())).isEqualTo(MAYBE_RECORDED);
        assertThat(Thread.interrupted()).isTrue();
        blocked.release();
    }

    @Test
    void a_process_that_ends_finishes_what_it_took() throws Exception {
        RouteProcess taking = processes.taking(blocked::decide);
        Future<Decision> sent = processes.send(processes.sender(), "lille");
        blocked.awaitEntered(1);
        Future<?> closing = processes.end(taking);
        processes.awaitTaking(0);
        assertThat(closing.isDone()).isFalse();
        blocked.release();

        assertThat(sent.get(1, TimeUnit.MINUTES)).isEqualTo(ACCEPTED);
        closing.get(1, TimeUnit.MINUTES);
    }

    @Test
    void a_process_that_ends_while_nothing_is_between_finishes_what_it_took() throws Exception {
        RouteProcess taking = processes.taking(blocked::decide);
        Future<Decision> sent = processes.send(processes.sender(), "lille");
        blocked.awaitEntered(1);
        processes.between.kill();
        Future<?> closing = processes.end(taking);
        assertThatThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        blocked.release();

        closing.get(1, TimeUnit.MINUTES);
        assertThat(blocked.decided).hasValue(1);
        assertThat(sent.get(1, TimeUnit.MINUTES)).isEqualTo(MAYBE_RECORDED);
    }
}
