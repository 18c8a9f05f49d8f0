package fr.jalon.query.audit;

import fr.jalon.log.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** The key the log is signed with, in a file that nobody else reads. To replace it is to put another there and start anew. */
public final class KeyFile {
    private KeyFile() {}

    /**
     * Reads the key, made first if there is none.
     *
     * @throws IllegalArgumentException if the file holds no key, or others may read it
     */
    public static SigningKey in(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------")) {
                throw new IllegalArgumentException("Others may read the signing key " + file + "; chmod it to 600");
            }
            return SigningKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read or made", e);
        }
    }

    /** Under a name that no other log has: it is the log's origin. */
    private static void make(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(
                directory,
                "new",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, SigningKey.make("jalon/" + UUID.randomUUID()).secret() + "\n");
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // The other one's key holds.
        } finally {
            Files.delete(draft);
        }
    }
}
