package fr.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableCopyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    @BeforeEach
    void make() throws IOException {
        Files.createDirectories(files.resolve("from"));
        Files.writeString(files.resolve("from/open"), "read by all");
    }

    @Test
    void a_copy_is_for_its_owner_alone_whoever_may_read_what_is_copied() throws IOException {
        Files.setPosixFilePermissions(files.resolve("from/open"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(DurableCopy.tree(files.resolve("from"), files.resolve("into"), _ -> true))
                .isEqualTo(11);

        assertThat(files.resolve("into/open")).hasContent("read by all");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.resolve("into/open"))))
                .isEqualTo("rw-------");
    }

    @Test
    void what_goes_meanwhile_leaves_no_empty_file() throws IOException {
        DurableCopy.tree(files.resolve("from"), files.resolve("into"), path -> {
            try {
                return Files.deleteIfExists(files.resolve("from").resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(files.resolve("into")).isEmptyDirectory();
    }
}
