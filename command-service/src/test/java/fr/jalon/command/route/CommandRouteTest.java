package fr.jalon.command.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.protobuf.ByteString;
import fr.jalon.axonserver.StandIn;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Scenario;
import fr.jalon.events.Entries;
import fr.jalon.events.json.EntryJson;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What one process has recorded by another, whatever becomes of the two and of what is between them. */
class CommandRouteTest {
    private static final Decision ACCEPTED = new Decision.Accepted(1);
    private static final Decision MAYBE_RECORDED = new Decision.Unavailable(true);
    private static final Decision NOT_RECORDED = new Decision.Unavailable(false);

    static {
        // It says each fault that a test makes.
        ((Logger) LoggerFactory.getLogger(CommandRoute.class)).setLevel(Level.OFF);
    }

    private final StandIn between = StandIn.start();
    private final List<RouteProcess> processes = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        processes.forEach(RouteProcess::close);
        between.close();
        threads.close();
    }

    static Stream<Decision> decisions() {
        return WireFormTest.decisions();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void what_one_process_decides_the_other_is_told(Decision decision) {
        process(_ -> decision);

        assertThat(sender().record(command("lille"), Map.of())).isEqualTo(decision);
    }

    @Test
    void an_entry_arrives_with_who_sends_it() {
        RecordEntry command = new RecordEntry(
                Entries.entry(1, "funding-granted", "2022", "funding: f1, funder: mel"), 7L, Scenario.TODAY, true);
        RouteProcess taking = process(_ -> ACCEPTED);
        sender().record(command, Map.of("actor", "national"));

        assertThat(taking.taken).containsExactly(command);
        assertThat(taking.metadata).containsExactly(Map.of("actor", "national"));
    }

    @Test
    void all_entries_of_a_territory_go_to_one_process_and_when_it_ends_to_another() {
        RouteProcess first = process(_ -> ACCEPTED);
        RouteProcess second = process(_ -> ACCEPTED);
        awaitHandlers(2);
        for (int i = 0; i < 60; i++) {
            assertThat(first.route.record(command("territory-" + i % 20), Map.of()))
                    .isEqualTo(ACCEPTED);
        }
        assertThat(first.territories()).isNotEmpty().doesNotContainAnyElementsOf(second.territories());
        assertThat(second.territories()).hasSize(20 - first.territories().size());
        first.close();

        for (String territory : first.territories()) {
            assertThat(second.route.record(command(territory), Map.of())).isEqualTo(ACCEPTED);
        }
        assertThat(second.territories()).hasSize(20);
    }

    @Test
    void where_no_process_takes_entries_nothing_is_recorded() {
        assertThat(sender().record(command("lille"), Map.of())).isEqualTo(NOT_RECORDED);
    }

    @Test
    void when_the_process_that_has_an_entry_is_lost_it_may_be_recorded() throws Exception {
        Blocked blocked = new Blocked();
        process(blocked::decide);
        Future<Decision> sent = send(sender(), "lille");
        blocked.awaitEntered(1);
        between.loseHandlers();

        assertThat(sent.get(1, TimeUnit.MINUTES)).isEqualTo(MAYBE_RECORDED);
        blocked.release();
    }

    @Test
    void when_what_is_between_is_lost_an_entry_under_way_may_be_recorded_and_all_goes_on_when_it_is_back()
            throws Exception {
        Blocked blocked = new Blocked();
        process(blocked::decide);
        CommandRoute sender = sender();
        Future<Decision> sent = send(sender, "lille");
        blocked.awaitEntered(1);
        between.kill();
        assertThat(sent.get(1, TimeUnit.MINUTES)).isEqualTo(MAYBE_RECORDED);
        assertThat(sender.record(command("lille"), Map.of())).isEqualTo(MAYBE_RECORDED);
        blocked.release();
        between.begin();

        await(() -> sender.record(command("lille"), Map.of()).equals(ACCEPTED));
    }

    @Test
    void an_answer_is_not_waited_for_without_end() {
        Blocked blocked = new Blocked();
        process(blocked::decide);

        assertThat(sender(Duration.ofMillis(200)).record(command("lille"), Map.of()))
                .isEqualTo(MAYBE_RECORDED);
        blocked.release();
    }

    @Test
    void one_who_is_interrupted_waits_no_longer() {
        Blocked blocked = new Blocked();
        process(blocked::decide);
        CommandRoute sender = sender();
        Thread.currentThread().interrupt();

        assertThat(sender.record(command("lille"), Map.of())).isEqualTo(MAYBE_RECORDED);
        assertThat(Thread.interrupted()).isTrue();
        blocked.release();
    }

    @Test
    void a_process_with_too_much_under_way_says_so_and_does_the_rest() throws Exception {
        Blocked blocked = new Blocked();
        process(blocked::decide);
        CommandRoute sender = sender();
        List<Future<Decision>> sent = new ArrayList<>();
        for (int i = 0; i < CommandRoute.UNDER_WAY; i++) {
            sent.add(send(sender, "lille"));
        }
        blocked.awaitEntered(CommandRoute.UNDER_WAY);
        assertThat(sender.record(command("lille"), Map.of())).isEqualTo(new Decision.Busy());
        blocked.release();

        for (Future<Decision> each : sent) {
            assertThat(each.get(1, TimeUnit.MINUTES)).isEqualTo(ACCEPTED);
        }
        assertThat(sender.record(command("lille"), Map.of())).isEqualTo(ACCEPTED);
    }

    @Test
    void a_fault_over_there_is_a_fault_here() {
        process(_ -> {
            throw new IllegalArgumentException("a bug");
        });

        assertThatThrownBy(() -> sender().record(command("lille"), Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_entry_that_the_version_over_there_cannot_read_is_not_recorded() throws Exception {
        RouteProcess taking = process(_ -> ACCEPTED);
        CommandResponse response = taking.server
                .commands()
                .sendCommand(Command.newBuilder()
                        .setMessageIdentifier("newer")
                        .setName(CommandRoute.COMMAND)
                        .setPayload(json(WireForm.write(command("lille"), Map.of())
                                .getData()
                                .toStringUtf8()
                                .replace("territory-opened", "of-the-future")))
                        .build())
                .get(1, TimeUnit.MINUTES);

        assertThat(WireForm.readDecision(response.getPayload())).isEqualTo(NOT_RECORDED);
    }

    @Test
    void a_decision_that_this_version_cannot_read_may_have_recorded_the_entry() {
        CommandRoute sender = sender();
        processes
                .getFirst()
                .server
                .commands()
                .registerCommandHandler(
                        _ -> CompletableFuture.completedFuture(CommandResponse.newBuilder()
                                .setMessageIdentifier("newer")
                                .setPayload(json("{\"decision\": \"of-the-future\"}"))
                                .build()),
                        100,
                        CommandRoute.COMMAND);
        awaitHandlers(1);

        assertThat(sender.record(command("lille"), Map.of())).isEqualTo(MAYBE_RECORDED);
    }

    @Test
    void a_process_that_ends_finishes_what_it_took() throws Exception {
        Blocked blocked = new Blocked();
        RouteProcess taking = process(blocked::decide);
        Future<Decision> sent = send(sender(), "lille");
        blocked.awaitEntered(1);
        Future<?> closing = threads.submit(taking::end);
        awaitHandlers(0);
        assertThat(closing.isDone()).isFalse();
        blocked.release();

        assertThat(sent.get(1, TimeUnit.MINUTES)).isEqualTo(ACCEPTED);
        closing.get(1, TimeUnit.MINUTES);
    }

    @Test
    void a_process_that_ends_while_nothing_is_between_finishes_what_it_took() throws Exception {
        Blocked blocked = new Blocked();
        RouteProcess taking = process(blocked::decide);
        Future<Decision> sent = send(sender(), "lille");
        blocked.awaitEntered(1);
        between.kill();
        Future<?> closing = threads.submit(taking::end);
        assertThatThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        blocked.release();

        closing.get(1, TimeUnit.MINUTES);
        assertThat(blocked.decided).hasValue(1);
        assertThat(sent.get(1, TimeUnit.MINUTES)).isEqualTo(MAYBE_RECORDED);
    }

    private RouteProcess process(Function<RecordEntry, Decision> deciding) {
        RouteProcess process = new RouteProcess(between, deciding);
        processes.add(process);
        awaitHandlers(processes.size());
        return process;
    }

    /** One that takes no entries itself. */
    private CommandRoute sender() {
        return sender(Duration.ofMinutes(10));
    }

    private CommandRoute sender(Duration patience) {
        int others = between.handlers();
        RouteProcess sender = new RouteProcess(between, _ -> NOT_RECORDED, patience);
        processes.add(sender);
        awaitHandlers(others + 1);
        sender.end();
        awaitHandlers(others);
        return sender.route;
    }

    private Future<Decision> send(CommandRoute sender, String territory) {
        return threads.submit(() -> sender.record(command(territory), Map.of()));
    }

    private static RecordEntry command(String territory) {
        return new RecordEntry(EntryJson.read("""
                        {"entryId": "00000000-0000-0000-0000-000000000001", "territory": "%s",
                         "type": "territory-opened", "effective": "2015", "name": "X", "kind": "city"}
                        """.formatted(territory)), null, Scenario.TODAY, false);
    }

    private static SerializedObject json(String text) {
        return SerializedObject.newBuilder()
                .setType("json")
                .setRevision("1")
                .setData(ByteString.copyFromUtf8(text))
                .build();
    }

    private void awaitHandlers(int count) {
        await(() -> between.handlers() == count);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
