package fr.jalon.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.store.log.NewEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Axon Server that asks for TLS. */
@OnAxonServer
class AxonServerTlsTest {
    @Test
    void it_keeps_the_log_of_who_trusts_its_certificate_and_others_are_told_what_is_wrong(@TempDir Path directory)
            throws Exception {
        Certificate certificate = Certificate.in(directory);
        try (AxonServerProcess process = AxonServerProcess.start(Map.of(
                "axoniq.axonserver.ssl.enabled", "true",
                "axoniq.axonserver.ssl.cert-chain-file", certificate.chain().toString(),
                "axoniq.axonserver.ssl.private-key-file", certificate.key().toString()))) {
            try (AxonServer server = connect(process, true, certificate.chain())) {
                assertThat(server.trouble()).isEmpty();
                new AxonServerLogWriter(server).append(List.of(event()));
                assertThat(new AxonServerEventLog(server).after(0, 10)).hasSize(1);
            }
            try (AxonServer plaintext = connect(process, false, null)) {
                assertThat(plaintext.trouble()).hasValue("Axon Server closes the connection: it may ask for TLS");
            }
            try (AxonServer distrustful = connect(process, true, null)) {
                assertThat(distrustful.trouble())
                        .hasValue("Axon Server does not speak TLS, or its certificate is not trusted");
            }
        }
    }

    private static AxonServer connect(AxonServerProcess process, boolean tls, @Nullable Path certificates) {
        AxonServerSettings plain = process.settings("test");
        return AxonServer.connect(
                new AxonServerSettings("test", plain.servers(), plain.context(), null, tls, certificates));
    }

    private static NewEvent event() {
        return new NewEvent(UUID.randomUUID(), "lyon", 1, 1, "noted", "1", "{}", "{}");
    }
}
