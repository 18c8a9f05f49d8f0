package fr.jalon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of the golden answers, of the requests that they answer, and of the register that is asked. */
final class GoldenFiles {
    private static final Path FOLDER = Path.of("src/test/resources/answers");
    private static final String ANSWER = ".txt";

    private GoldenFiles() {}

    static byte[] read(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    static List<String> lines(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve(name));
    }

    static Path answer(String name) {
        return FOLDER.resolve(name + ANSWER);
    }

    /** The names of all answers there are. */
    static Set<String> answers() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> name.endsWith(ANSWER))
                    .map(name -> name.substring(0, name.length() - ANSWER.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
