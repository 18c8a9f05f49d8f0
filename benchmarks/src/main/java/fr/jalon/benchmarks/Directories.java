package fr.jalon.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories for one measurement each, of which nothing is left. */
final class Directories {
    private Directories() {}

    /** What is measured in a directory. */
    interface Work<T> {
        T in(Path directory) throws Exception;
    }

    static <T> T with(Work<T> work) throws Exception {
        Path directory = Files.createTempDirectory("jalon-bench");
        try {
            return work.in(directory);
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
