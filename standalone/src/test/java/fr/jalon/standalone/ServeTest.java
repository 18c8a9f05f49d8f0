package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.standalone.cli.Jalon;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void a_port_that_is_taken_or_none_is_explained_before_anything_is_made() throws Exception {
        Path none = data.resolve("none");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            StringWriter said = new StringWriter();

            assertThat(serve(said, "--port=" + port, "--data=" + none)).isEqualTo(69);
            assertThat(said.toString()).contains("port " + port, "--port").doesNotContain("Exception");
        }
        StringWriter said = new StringWriter();
        assertThat(serve(said, "--port=70000", "--data=" + none)).isEqualTo(2);
        assertThat(said.toString()).contains("70000");
        assertThat(none).doesNotExist();
    }

    private static int serve(StringWriter said, String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options));
        return Jalon.commandLine().setErr(new PrintWriter(said)).execute(arguments.toArray(String[]::new));
    }

    private StandaloneServer start(int port) {
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), port, data, false));
    }
}
