package fr.jalon.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All sources and documents of the house as they lie in a clone, without what is built or recorded there. */
record Clone(Path root, List<Path> files) {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", "data", "demo-data");

    /** The clone that this test runs in. */
    static Clone here() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes ignored) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes ignored) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Clone(root, files);
    }

    Stream<Path> ending(String end) {
        return files.stream().filter(file -> file.getFileName().toString().endsWith(end));
    }

    Stream<Document> documents() {
        return ending(".md").map(Document::read);
    }

    /** Whether there is a file of this path, or a test of this name. */
    boolean has(String named) {
        return named.contains("/")
                ? Files.exists(root.resolve(named))
                : ending(named + ".java").findAny().isPresent();
    }

    /** Whether a class of this name has a test of this name. */
    boolean hasTest(String type, String method) {
        return ending(type + ".java").flatMap(Clone::lines).anyMatch(line -> line.contains(" " + method + "("));
    }

    static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
