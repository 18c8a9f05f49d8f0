package fr.jalon.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What can be told about PostgreSQL on this machine, and about a data directory, before anything is started. */
public final class ProgramsHere {
    private ProgramsHere() {}

    /** Whether there are programs for this kind of machine. */
    public static boolean areForThisMachine() {
        return Programs.class.getResource(Programs.archive()) != null;
    }

    /** The version that is brought along. */
    public static String version() {
        try {
            return Programs.version();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it reads the files of this major version. */
    public static boolean canRead(String made) {
        return version().startsWith(made + ".");
    }

    /** The major version whose files are in a data directory; none where there are none, or none that we may read. */
    public static @Nullable String versionThatMade(Path data) {
        try {
            return Files.readString(data.resolve("postgres").resolve("cluster").resolve("PG_VERSION"))
                    .strip();
        } catch (IOException none) {
            return null;
        }
    }

    /** Whether this user may run them: root must be allowed to be nobody for it. */
    public static boolean canRun() {
        if (!Programs.asRoot()) {
            return true;
        }
        try {
            return new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether a data directory is this user's. */
    public static boolean isOurs(Path data) throws IOException {
        return Files.getOwner(data.toRealPath()).equals(PrivateDirectory.ourselves());
    }

    /** Whether a process holds the data. */
    public static boolean isServed(Path data) {
        return DataDirectoryLock.isHeld(data);
    }
}
