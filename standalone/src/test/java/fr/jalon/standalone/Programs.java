package fr.jalon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** PostgreSQL's programs, unpacked once for all tests. */
final class Programs {
    private Programs() {}

    /** Gives a data directory the programs that an earlier test unpacked, if there are any. */
    static void share(Path data) {
        Path shared = Path.of(System.getProperty("jalon.test.programs", ""));
        if (Files.notExists(shared)) {
            return;
        }
        try (Stream<Path> programs = Files.list(shared)) {
            Path home = Files.createDirectories(data.resolve("postgres"));
            for (Path each : programs.filter(Programs::unpacked).toList()) {
                Files.createSymbolicLink(home.resolve(each.getFileName()), each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean unpacked(Path path) {
        return Files.isDirectory(path) && path.getFileName().toString().startsWith("programs-");
    }
}
