package fr.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class ProgramsTest {
    @Test
    void two_processes_that_unpack_at_once_by_whatever_way_end_with_one_set_of_programs(@TempDir Path directory)
            throws Exception {
        Path upAndDown = directory.resolve("..").resolve(directory.getFileName());
        Callable<Programs> unpacking = () -> Programs.in(upAndDown);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Programs>> both = threads.invokeAll(List.of(unpacking, unpacking));
            assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
        }
        try (var left = Files.list(directory)) {
            assertThat(left)
                    .singleElement()
                    .satisfies(home -> assertThat(home.resolve("bin/postgres")).isExecutable());
        }
    }
}
