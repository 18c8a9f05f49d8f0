package fr.jalon.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is said where no Axon Server answers; each is known in less than ten seconds, and nothing fails to start for it.
 */
class TroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Test
    void where_nobody_listens_it_cannot_be_reached() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(trouble(port, false)).isEqualTo("Axon Server cannot be reached");
    }

    /** As a server does that asks for TLS and is sent something else. */
    @Test
    void one_that_closes_the_connection_may_ask_for_tls() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> closeAll(server));
            assertThat(trouble(server.getLocalPort(), false))
                    .isEqualTo("Axon Server closes the connection: it may ask for TLS");
        }
    }

    @Test
    void certificates_that_cannot_be_read_and_nodes_that_are_none_stop_the_start() {
        assertThatThrownBy(() -> AxonServer.connect(settings(8124, true, Path.of("no-such-file.pem"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-file.pem");
        assertThatThrownBy(() -> AxonServerSettings.nodes("axon:port"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("axon:port");
        assertThat(AxonServerSettings.nodes("one, two:9000"))
                .containsExactly(new AxonServerSettings.Node("one", 8124), new AxonServerSettings.Node("two", 9000));
    }

    private static String trouble(int port, boolean tls) {
        try (AxonServer server = AxonServer.connect(settings(port, tls, null), PATIENCE)) {
            return server.trouble().orElse("");
        }
    }

    private static AxonServerSettings settings(int port, boolean tls, @Nullable Path certificates) {
        return new AxonServerSettings(
                "test", List.of(new AxonServerSettings.Node("127.0.0.1", port)), "default", null, tls, certificates);
    }

    private static void closeAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                var _ = client.getInputStream().read();
            } catch (IOException closed) {
                // The next one, or the end.
            }
        }
    }
}
