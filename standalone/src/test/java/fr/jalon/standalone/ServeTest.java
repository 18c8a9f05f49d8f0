package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is no demonstration: it knows no account but the one its first start makes. */
class ServeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void the_first_start_that_succeeds_makes_the_national_account_and_tells_its_password() throws Exception {
        Programs.share(data);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .as("a start that fails")
                    .isNotNull();
        }

        try (StandaloneServer server = start(0)) {
            String password = server.firstPassword();
            assertThat(password).isNotNull();
            assertThat(new Asking(server.address(), "national", password).status("/territories"))
                    .isEqualTo(200);
            assertThat(new Asking(server.address(), "national").status("/territories"))
                    .as("no password of the demonstration")
                    .isEqualTo(401);
        }
    }

    private StandaloneServer start(int port) {
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), port, data, false));
    }
}
