package fr.jalon.command.route;

import static fr.jalon.command.route.Processes.ACCEPTED;
import static fr.jalon.command.route.Processes.MAYBE_RECORDED;
import static fr.jalon.command.route.Processes.NOT_RECORDED;
import static fr.jalon.command.route.Processes.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Scenario;
import fr.jalon.events.Entries;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one process has recorded by another. */
class CommandRouteTest {
    private final Processes processes = new Processes();
    private final Blocked blocked = new Blocked();

    @AfterEach
    void close() {
        processes.close();
    }

    static Stream<Decision> decisions() {
        return WireFormTest.decisions();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void what_one_process_decides_the_other_is_told(Decision decision) {
        processes.taking(_ -> decision);

        assertThat(processes.sender().record(command("lille"), Map.of())).isEqualTo(decision);
    }

    @Test
    void an_entry_arrives_with_who_sends_it() {
        RecordEntry command = new RecordEntry(
                Entries.entry(1, "funding-granted", "2022", "funding: f1, funder: mel"), 7L, Scenario.TODAY);
        RouteProcess taking = processes.taking(_ -> ACCEPTED);
        processes.sender().record(command, Map.of("actor", "national"));

        assertThat(taking.taken).containsExactly(command);
        assertThat(taking.metadata).containsExactly(Map.of("actor", "national"));
    }

    @Test
    void all_entries_of_a_territory_go_to_one_process_and_when_it_ends_to_another() {
        RouteProcess first = processes.taking(_ -> ACCEPTED);
        RouteProcess second = processes.taking(_ -> ACCEPTED);
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
        assertThat(processes.sender().record(command("lille"), Map.of())).isEqualTo(NOT_RECORDED);
    }

    @Test
    void a_process_with_too_much_under_way_says_so_and_does_the_rest() throws Exception {
        processes.taking(blocked::decide);
        CommandRoute sender = processes.sender();
        List<Future<Decision>> sent = new ArrayList<>();
        for (int i = 0; i < CommandRoute.UNDER_WAY; i++) {
            sent.add(processes.send(sender, "lille"));
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
        processes.taking(_ -> {
            throw new IllegalArgumentException("a bug");
        });

        assertThatThrownBy(() -> processes.sender().record(command("lille"), Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_entry_that_the_version_over_there_cannot_read_is_not_recorded() throws Exception {
        RouteProcess taking = processes.taking(_ -> ACCEPTED);
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
        CommandRoute sender = processes.sender();
        processes
                .first()
                .server
                .commands()
                .registerCommandHandler(
                        _ -> CompletableFuture.completedFuture(CommandResponse.newBuilder()
                                .setMessageIdentifier("newer")
                                .setPayload(json("{\"decision\": \"of-the-future\"}"))
                                .build()),
                        100,
                        CommandRoute.COMMAND);
        processes.awaitTaking(1);

        assertThat(sender.record(command("lille"), Map.of())).isEqualTo(MAYBE_RECORDED);
    }

    private static SerializedObject json(String text) {
        return SerializedObject.newBuilder()
                .setType("json")
                .setRevision("1")
                .setData(ByteString.copyFromUtf8(text))
                .build();
    }
}
