package fr.jalon.standalone.server;

import fr.jalon.postgres.ClusterCopy;
import fr.jalon.postgres.DatabaseAtHand;
import fr.jalon.postgres.DurableCopy;
import fr.jalon.postgres.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a data directory that another can be made of: the database as at one instant, and the files beside it that
 * cannot be made anew.
 *
 * @param at the instant up to which everything that was recorded is in it, by this machine's clock
 */
public record Backup(Path directory, Instant at, long bytes) {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    /** Written last: without it the copy did not come to its end. */
    static final String MARK = "jalon.backup";

    /** In the data: when they were last backed up. */
    private static final String LAST = "last-backup";

    /** Where a restore lies until all of it is there. */
    private static final String DRAFT = "restoring";

    /** Checkpoints come before the database, which then knows of all they vouch for. */
    private static final List<String> BESIDE = List.of("checkpoints", "keys", "secrets", DataKind.FILE);

    /**
     * Takes one, whether the data are served meanwhile or not.
     *
     * @param into a directory that is empty or not there yet
     * @throws fr.jalon.postgres.DataDirectoryNotOurs if another user owns the data
     * @throws fr.jalon.postgres.EmbeddedPostgresException if the database could not be copied
     */
    public static Backup take(Path data, Path into) {
        try (DatabaseAtHand database = DatabaseAtHand.of(data)) {
            PrivateDirectory.make(into);
            long bytes = 0;
            for (String name : BESIDE) {
                if (Files.exists(data.resolve(name))) {
                    bytes += DurableCopy.tree(data.resolve(name), into.resolve(name), _ -> true);
                }
            }
            Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            bytes += ClusterCopy.take(database, into);
            Path mark = PrivateDirectory.file(into.resolve(MARK));
            Files.writeString(mark, at + "\n");
            DurableCopy.sync(mark);
            DurableCopy.sync(into);
            note(data, at);
            return new Backup(into, at, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the data, so that health can say how old it is; it is whole without that, on a full disk above all. */
    private static void note(Path data, Instant at) {
        try {
            Files.writeString(PrivateDirectory.file(data.resolve(LAST)), at + "\n");
        } catch (IOException e) {
            LOG.warn("That a back-up was taken could not be noted in the data: {}", e.getMessage());
        }
    }

    /** When these data were last backed up; none where they never were, or by other means alone. */
    static Optional<Instant> lastOf(Path data) {
        return instant(data.resolve(LAST));
    }

    private static Optional<Instant> instant(Path file) {
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (IOException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a directory has room for one, or for what is restored: it is empty or not there. */
    public static boolean isFree(Path directory) {
        if (Files.notExists(directory)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** The one in this directory; none where there is none, or one that did not come to its end. */
    public static Optional<Backup> in(Path directory) {
        return instant(directory.resolve(MARK)).map(at -> new Backup(directory, at, 0));
    }

    /** Whether a restore into this directory did not come to its end. */
    public static boolean isHalfRestored(Path data) {
        return Files.exists(data.resolve(DRAFT));
    }

    /**
     * Makes a data directory of it; what somebody else put beside it stays where it is.
     *
     * @param data a directory that is empty or not there yet
     */
    public void restore(Path data) {
        try {
            PrivateDirectory.make(data);
            Path draft = PrivateDirectory.inside(data, DRAFT);
            DurableCopy.sync(data);
            List<String> parts = parts();
            for (String part : parts) {
                DurableCopy.tree(directory.resolve(part), draft.resolve(part), _ -> true);
            }
            for (String part : parts) {
                Files.move(draft.resolve(part), data.resolve(part));
            }
            Files.delete(draft);
            DurableCopy.sync(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> parts() {
        Stream<String> beside = BESIDE.stream().filter(name -> Files.exists(directory.resolve(name)));
        return Stream.concat(Stream.of("postgres"), beside).toList();
    }
}
