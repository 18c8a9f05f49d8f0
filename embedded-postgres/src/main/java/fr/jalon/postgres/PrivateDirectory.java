package fr.jalon.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data directory that nobody else on the machine reads: what is in it is the register itself, its passwords and its
 * key. One that others could read is shut to them, and that is said: they may have read it.
 */
public final class PrivateDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateDirectory.class);
    private static final Set<PosixFilePermission> OF_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OF_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private PrivateDirectory() {}

    /**
     * Makes it, or shuts what is there already, all that is in it included.
     *
     * @throws DataDirectoryNotOurs if it is another user's
     */
    public static void make(Path directory) throws IOException {
        if (Files.exists(directory)) {
            shut(directory.toRealPath(), ourselves());
        } else {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OF_DIRECTORY));
        }
    }

    static void shut(Path directory, UserPrincipal ourselves) throws IOException {
        if (!Files.getOwner(directory).equals(ourselves)) {
            throw new DataDirectoryNotOurs(directory);
        }
        boolean wasOpen = !OF_DIRECTORY.containsAll(Files.getPosixFilePermissions(directory));
        Files.walkFileTree(directory, new Shutting());
        if (wasOpen) {
            LOG.warn("Others on this machine could read the data in {}; they cannot any more", directory);
        }
    }

    /** A directory inside that holds files; made if need be. */
    public static Path inside(Path data, String name) throws IOException {
        return Files.createDirectories(data.resolve(name), PosixFilePermissions.asFileAttribute(OF_DIRECTORY));
    }

    /** A file that something else will write on, which would let others read what it makes. */
    public static Path file(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OF_FILE));
        }
        return file;
    }

    /** Whoever this process makes files as. */
    static UserPrincipal ourselves() throws IOException {
        Path own = Files.createTempFile("jalon", null);
        try {
            return Files.getOwner(own);
        } finally {
            Files.delete(own);
        }
    }

    /** Takes others' rights away, and leaves where links lead to alone. */
    private static final class Shutting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes ignored) throws IOException {
            shut(directory);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isSymbolicLink()) {
                shut(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A PostgreSQL that was left running still makes files and deletes them. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private static void shut(Path path) throws IOException {
            try {
                Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
                permissions.addAll(Files.getPosixFilePermissions(path));
                if (permissions.removeAll(OF_OTHERS)) {
                    Files.setPosixFilePermissions(path, permissions);
                }
            } catch (NoSuchFileException gone) {
                LOG.debug("A file went meanwhile", gone);
            }
        }
    }
}
