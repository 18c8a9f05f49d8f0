package fr.jalon.seal.log;

import fr.jalon.log.SigningKey;
import fr.jalon.log.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * The key the log is signed with, in a file that nobody else reads. To replace it is to put another there and start
 * anew.
 */
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
                makeUnlessThere(file);
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

    /** A name that no other log has: it is the log's origin. */
    public static String newName() {
        return "jalon/" + UUID.randomUUID();
    }

    /**
     * Makes a key, in a directory that is made too where it is missing.
     *
     * @param name the log's origin: the first line of its checkpoints
     * @return what verifies it
     * @throws FileAlreadyExistsException if the file is there; it is left as it is
     * @throws IllegalArgumentException if that is no name for a key
     */
    public static VerifierKey make(Path file, String name) throws IOException {
        SigningKey key = SigningKey.make(name);
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = Files.createTempFile(
                directory,
                "new",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, key.secret() + "\n");
            Files.createLink(file, draft);
        } finally {
            Files.delete(draft);
        }
        return key.verifier();
    }

    private static void makeUnlessThere(Path file) throws IOException {
        try {
            VerifierKey _ = make(file, newName());
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // The other one's key holds.
        }
    }
}
