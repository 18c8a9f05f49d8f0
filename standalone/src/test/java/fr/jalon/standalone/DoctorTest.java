package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.JalonCommand.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is told before it is tried. */
class DoctorTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    @Test
    void a_machine_that_has_all_is_told_so_and_nothing_is_made() throws IOException {
        Ended said = doctor("--data=" + files.resolve("data"), "--port=" + freePort());

        assertThat(said.out()).contains("✓ Java 25", "holds no register yet", "Nothing stands in the way");
        assertThat(said.code()).isZero();
        assertThat(files.resolve("data")).doesNotExist();
    }

    @Test
    void a_port_taken_data_of_another_postgresql_and_a_directory_open_to_others_are_each_told_with_a_remedy()
            throws IOException {
        Path data = files.resolve("data");
        Files.createDirectories(data.resolve("postgres/cluster"));
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "9\n");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended said = doctor("--data=" + data, "--port=" + taken.getLocalPort());

            assertThat(said.code()).isEqualTo(78);
            assertThat(said.out())
                    .contains("✗ The data were made by PostgreSQL 9,", "jalon export")
                    .contains("✗ Others may read " + data, "chmod 700")
                    .contains("port " + taken.getLocalPort() + ": another program listens there")
                    .contains("To mend before jalon serve: 3.");
        }
    }

    @Test
    void data_of_another_postgresql_are_not_served_and_the_same_is_said() throws IOException {
        Path data = files.resolve("old");
        Files.createDirectories(data.resolve("postgres/cluster"));
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "9\n");

        Ended said = Terminal.alone().ended("serve", "--data=" + data, "--port=" + freePort());

        assertThat(said.code()).isEqualTo(78);
        assertThat(said.error()).contains("were made by PostgreSQL 9,", "jalon export");
    }

    @Test
    void a_file_in_the_place_of_the_data_is_told() throws IOException {
        Path file = Files.createFile(files.resolve("file"));

        assertThat(doctor("--data=" + file, "--port=" + freePort()).out())
                .contains("✗ " + file + " is not a directory", "--data");
    }

    @Test
    void half_restored_data_and_those_of_a_demonstration_are_told_before_a_register_is_served_of_them()
            throws IOException {
        Path data = Files.createDirectories(files.resolve("data"));
        Files.createDirectory(data.resolve("restoring"));
        Files.writeString(data.resolve("jalon.kind"), "demo\n");

        assertThat(doctor("--data=" + data, "--port=" + freePort()).out())
                .contains("✗ A restore into " + data + " did not come to its end", "restore again")
                .contains("✗ The data in " + data + " are a demonstration's", "./jalon demo");
    }

    @Test
    void of_data_that_are_served_the_port_is_not_asked() throws IOException {
        DemoServer.running();

        Ended said = doctor("--data=" + DemoServer.data());
        assertThat(said.out()).contains("are being served").doesNotContain("another program listens");
        assertThat(said.code()).as(said.out()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static Ended doctor(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Ended ended = Terminal.alone().ended(arguments);
        return new Ended(ended.code(), ended.out() + ended.error(), "");
    }
}
