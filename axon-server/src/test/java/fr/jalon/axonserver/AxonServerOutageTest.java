package fr.jalon.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.RefusedAppendException;
import fr.jalon.store.log.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of an Axon Server that does not answer, and what happens when it is back. */
@OnAxonServer
class AxonServerOutageTest {
    @Test
    void one_that_was_killed_is_back_with_all_it_confirmed_and_never_tells_of_fewer() throws Exception {
        try (AxonServerProcess process = AxonServerProcess.start();
                AxonServer server = AxonServer.connect(process.settings("test"))) {
            AxonServerEventLog log = new AxonServerEventLog(server);
            AxonServerLogWriter writer = new AxonServerLogWriter(server);
            for (int position = 1; position <= 3; position++) {
                writer.append(List.of(event(position)));
            }
            assertThat(log.head()).isEqualTo(3);
            process.kill();
            assertThat(server.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble)
                            .isIn(
                                    "Axon Server cannot be reached",
                                    "Axon Server closes the connection: it may ask for TLS"));
            Thread restart = Thread.ofPlatform().start(() -> begin(process));
            List<Integer> read = new ArrayList<>();
            while (read.size() < 20) {
                try {
                    read.add(log.after(0, 10).size());
                } catch (StoreUnavailableException away) {
                    assertThat(restart.isAlive() || read.isEmpty()).isTrue();
                }
            }
            restart.join();
            assertThat(read).containsOnly(3);
            assertThat(server.trouble()).isEmpty();
        }
    }

    /** Fault 3; what to do about it is in docs/operations.md. */
    @Test
    void one_without_room_refuses_loses_nothing_it_confirmed_and_goes_on_once_it_has_room_and_was_started_anew()
            throws Exception {
        try (AxonServerProcess process =
                        AxonServerProcess.start(Map.of("axoniq.axonserver.event.segment-size", "65536"));
                AxonServer server = AxonServer.connect(process.settings("test"))) {
            AxonServerEventLog log = new AxonServerEventLog(server);
            AxonServerLogWriter writer = new AxonServerLogWriter(server);
            writer.append(List.of(event(1)));
            process.fillDisk();
            long confirmed = 1;
            RefusedAppendException refused = null;
            while (refused == null) {
                try {
                    writer.append(List.of(event(confirmed + 1)));
                    confirmed++;
                    assertThat(confirmed).as("its files may not grow").isLessThan(1000);
                } catch (RefusedAppendException e) {
                    refused = e;
                }
            }
            assertThat(refused.reason()).isInstanceOf(StoreUnavailableException.class);
            assertThat(log.after(0, 1000)).hasSize((int) confirmed);

            process.freeDisk();
            process.kill();
            process.removeEmptyFiles();
            process.begin();
            for (boolean isBack = false; !isBack; ) {
                try {
                    isBack = log.head() == confirmed;
                } catch (StoreUnavailableException notYet) {
                    Thread.onSpinWait();
                }
            }
            assertThat(log.after(0, 1000)).hasSize((int) confirmed);
            writer.append(List.of(event(confirmed + 1)));
            assertThat(log.head()).isEqualTo(confirmed + 1);
        }
    }

    @Test
    void a_token_that_is_refused_is_said_and_so_is_one_that_is_missing() {
        try (AxonServerProcess process = AxonServerProcess.start(Map.of(
                "axoniq.axonserver.accesscontrol.enabled", "true",
                "axoniq.axonserver.accesscontrol.token", "the-right-token",
                "axoniq.axonserver.accesscontrol.admin-token", "the-administrator-s"))) {
            assertThat(trouble(process, "the-right-token", false)).isEmpty();
            assertThat(trouble(process, "a-wrong-token", false)).isEqualTo("Axon Server refuses the token");
            assertThat(trouble(process, null, false)).isEqualTo("Axon Server refuses the token");
            assertThat(trouble(process, "the-right-token", true))
                    .isEqualTo("Axon Server does not speak TLS, or its certificate is not trusted");
        }
    }

    private static String trouble(AxonServerProcess process, @Nullable String token, boolean tls) {
        AxonServerSettings plain = process.settings("test");
        try (AxonServer server = AxonServer.connect(
                new AxonServerSettings("test", plain.servers(), plain.context(), token, tls, null))) {
            return server.trouble().orElse("");
        }
    }

    private static void begin(AxonServerProcess process) {
        try {
            process.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewEvent event(long position) {
        UUID id = UUID.randomUUID();
        return new NewEvent(id, "lyon", position, position, "noted", "1", "{}", "{}");
    }
}
