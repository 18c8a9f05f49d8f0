package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.TestCluster;
import fr.jalon.standalone.server.Demo;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.store.log.EventLog;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A register that is no demonstration: it knows no account but the one its first start makes. */
@Tag("long")
class ServeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void the_first_start_that_succeeds_makes_the_national_account_and_tells_its_password() throws Exception {
        TestCluster.into(data);
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

    @Test
    void a_directory_that_can_hold_nothing_is_named_with_what_to_do() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "");
        StringWriter said = new StringWriter();

        assertThat(serve(said, "--port=0", "--data=" + file.resolve("data"))).isEqualTo(78);
        assertThat(said.toString()).contains(file.toString(), "--data").doesNotContain("Exception");
    }

    @Test
    @Timeout(120)
    void a_demonstration_is_never_served_from_a_register() throws Exception {
        TestCluster.into(data);
        start(0).close();

        StringWriter said = new StringWriter();
        assertThat(jalon(said, "demo", "--port=0", "--data=" + data)).isEqualTo(1);
        assertThat(said.toString()).contains(data.toString(), "--data").doesNotContain("Exception");
        Files.delete(data.resolve("jalon.kind"));
        assertThat(jalon(said, "demo", "--port=0", "--data=" + data))
                .as("known by its account too")
                .isEqualTo(1);

        try (StandaloneServer server = start(0)) {
            assertThat(server.firstPassword()).as("no account was lost").isNull();
            assertThat(server.part(EventLog.class).head())
                    .as("nothing was recorded")
                    .isZero();
        }
    }

    @Test
    @Timeout(120)
    void a_register_is_never_served_from_a_demonstration() throws Exception {
        TestCluster.into(data);
        startDemo().close();
        StringWriter said = new StringWriter();

        assertThat(jalon(said, "serve", "--port=0", "--data=" + data)).isEqualTo(1);
        assertThat(said.toString()).contains(data.toString(), "jalon demo").doesNotContain("Exception");

        try (StandaloneServer demo = startDemo()) {
            new Demo(demo).load();
        }
        Files.delete(data.resolve("jalon.kind"));
        assertThat(jalon(said, "serve", "--port=0", "--data=" + data))
                .as("known by its example too")
                .isEqualTo(1);
    }

    @Test
    @Timeout(120)
    void a_register_put_back_without_accounts_and_without_a_mark_is_a_register() throws Exception {
        TestCluster.into(data);
        try (StandaloneServer filled = startDemo()) {
            assertThat(new Asking(filled.address(), "national")
                            .post("/territories/lille/entries", """
                            {"type": "territory-opened", "effective": "2015", "name": "Lille", "kind": "city"}""")
                            .statusCode())
                    .isEqualTo(201);
        }
        Files.delete(data.resolve("jalon.kind"));

        assertThat(jalon(new StringWriter(), "demo", "--port=0", "--data=" + data))
                .isEqualTo(1);
        try (StandaloneServer register = start(0)) {
            assertThat(register.firstPassword()).isNotNull();
        }
    }

    @Test
    void a_demonstration_that_could_not_start_leaves_the_directory_to_whoever_comes() throws Exception {
        TestCluster.into(data);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> StandaloneServer.start(
                            new Options(InetAddress.getLoopbackAddress(), taken.getLocalPort(), data, true)))
                    .isNotNull();
        }

        try (StandaloneServer server = start(0)) {
            assertThat(server.firstPassword()).isNotNull();
        }
    }

    private StandaloneServer startDemo() {
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, true));
    }

    private static int serve(StringWriter said, String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options));
        return jalon(said, arguments.toArray(String[]::new));
    }

    private static int jalon(StringWriter said, String... arguments) {
        JalonCommand.Ended ended = Terminal.alone().jalon("", arguments);
        said.write(ended.error());
        return ended.code();
    }

    private StandaloneServer start(int port) {
        return StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), port, data, false));
    }
}
