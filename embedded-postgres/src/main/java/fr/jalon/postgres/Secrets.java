package fr.jalon.postgres;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The passwords of the database's roles: random, made once, readable by nobody else. */
record Secrets(Path directory) {
    private static final int BYTES = 24;

    static Secrets in(Path dataDirectory) throws IOException {
        Path directory = Files.createDirectories(dataDirectory.resolve("secrets"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        return new Secrets(directory);
    }

    String password(DatabaseRole role) {
        try {
            Path file = file(role);
            if (Files.notExists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The password of " + role.user() + " cannot be read or made", e);
        }
    }

    Path file(DatabaseRole role) {
        return directory.resolve(role.user());
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(
                file.getParent(),
                "new",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(random) + "\n");
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // The other one's password holds.
        } finally {
            Files.delete(draft);
        }
    }
}
