package fr.jalon.seal.log;

import fr.jalon.seal.log.SealedLog.Signed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints kept outside the database, one file a size: what shows that a log was rolled back or rewritten, whoever
 * did it and however well. A copy of them elsewhere than on this machine is worth more.
 */
public final class KeptCheckpoints {
    private static final String PREFIX = "checkpoint-";
    private static final String SUFFIX = ".txt";

    private final @Nullable Path directory;
    private final InstantSource clock;
    private @Nullable LocalDate lastKept;

    private KeptCheckpoints(@Nullable Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Checkpoints kept in a directory, made if need be. */
    public static KeptCheckpoints in(Path directory, InstantSource clock) {
        return new KeptCheckpoints(directory, clock);
    }

    /** None are kept, nor looked at. */
    public static KeptCheckpoints nowhere() {
        return new KeptCheckpoints(null, InstantSource.system());
    }

    /** A checkpoint as a file holds it; null if the file holds none. */
    public record Kept(String file, @Nullable Signed signed) {}

    /** Whether none was kept today. */
    public synchronized boolean isDue() {
        return directory != null && !today().equals(lastKept);
    }

    /** Keeps a checkpoint; one of an empty log says nothing and is not kept. */
    public synchronized void keep(Signed signed) {
        long size = signed.checkpoint().size();
        if (directory == null || size == 0) {
            return;
        }
        lastKept = today();
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path file = directory.resolve(name(size));
            if (Files.notExists(file)) {
                link(signed, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A checkpoint cannot be kept in " + directory, e);
        }
    }

    /** A link is made whole or not at all, and never in the place of another file: what was kept first stays. */
    private static void link(Signed signed, Path file) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "new", "");
        try {
            Files.writeString(draft, signed.note());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException keptMeanwhile) {
            // By another process.
        } finally {
            Files.delete(draft);
        }
    }

    /** What the file of a checkpoint is called. */
    public static String name(long size) {
        return PREFIX + size + SUFFIX;
    }

    /** All that are kept. */
    public List<Kept> all() {
        if (directory == null || Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted()
                    .map(KeptCheckpoints::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept read(Path file) {
        String name = file.getFileName().toString();
        try {
            return new Kept(name, Signed.of(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            return new Kept(name, null);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
