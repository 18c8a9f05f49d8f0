package fr.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path parent;

    @Test
    void one_that_is_made_is_for_its_owner_alone_and_so_is_all_that_a_server_puts_there() throws IOException {
        Path data = parent.resolve("deep/data");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data, TestDatabase.programs(data))) {
            assertThat(server.port()).isPositive();
            assertThat(rights(data)).isEqualTo("rwx------");
            assertThat(open(data)).isEmpty();
        }
    }

    @Test
    void one_that_others_could_read_is_shut_with_all_that_is_in_it() throws IOException {
        Path data = Files.createDirectory(parent.resolve("data"));
        Path key =
                Files.writeString(Files.createDirectories(data.resolve("keys")).resolve("log.key"), "secret");
        Path program = Files.writeString(data.resolve("program"), "#!/bin/sh");
        for (Path each : List.of(data, key.getParent(), program)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxrwxr-x"));
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateDirectory.make(data);

        assertThat(open(data)).isEmpty();
        assertThat(rights(key)).isEqualTo("rw-------");
        assertThat(rights(program)).as("still to be run").isEqualTo("rwx------");
    }

    @Test
    void what_a_link_inside_leads_to_is_left_alone() throws IOException {
        Path data = Files.createDirectory(parent.resolve("data"));
        Path elsewhere = Files.writeString(parent.resolve("elsewhere"), "shared");
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(data.resolve("link"), elsewhere);

        PrivateDirectory.make(data);

        assertThat(rights(elsewhere)).isEqualTo("rw-r--r--");
    }

    @Test
    void one_that_belongs_to_another_user_is_refused_with_a_sentence() throws IOException {
        Path data = Files.createDirectory(parent.resolve("data"));
        UserPrincipal another = () -> "another";

        assertThatThrownBy(() -> PrivateDirectory.shut(data, another))
                .isInstanceOf(DataDirectoryNotOurs.class)
                .hasMessageContaining("belongs to another user")
                .extracting(refusal -> ((DataDirectoryNotOurs) refusal).inFrench())
                .asString()
                .contains("appartient à un autre utilisateur");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /**
     * What others may do something with; the programs of PostgreSQL, which are everybody's, may be among them at first.
     */
    private static List<Path> open(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> !Files.isSymbolicLink(path))
                    .filter(path -> !path.toString().contains("/programs-"))
                    .filter(path -> {
                        try {
                            return !rights(path).endsWith("------");
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .toList();
        }
    }
}
