package fr.jalon.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** A wrapping key in a file that nobody else reads: 32 random bytes, base64. Who loses it has lost every name. */
public final class MasterKey implements KeyWrap {
    private final Cipher cipher;

    private MasterKey(byte[] key) {
        this.cipher = new Cipher(key);
    }

    /** One that nobody else has, for as long as the process lasts. */
    public static MasterKey random() {
        return new MasterKey(Cipher.newKey());
    }

    /**
     * Reads it, made first if there is none.
     *
     * @throws IllegalArgumentException if the file holds no key, or others may read it
     */
    public static MasterKey in(Path file) {
        try {
            if (Files.notExists(file)) {
                makeUnlessThere(file);
            }
            if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------")) {
                throw new IllegalArgumentException(
                        "Others may read the key of persons' names " + file + "; chmod it to 600");
            }
            return of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of persons' names " + file + " cannot be read or made", e);
        }
    }

    /**
     * The one that is written so.
     *
     * @throws IllegalArgumentException if it is not base64 of 32 bytes
     */
    public static MasterKey of(String base64) {
        byte[] key = Base64.getDecoder().decode(base64);
        if (key.length != Cipher.KEY_BYTES) {
            throw new IllegalArgumentException("A key of persons' names is 32 bytes in base64");
        }
        return new MasterKey(key);
    }

    /** A new one in a file; in a draft first, so that nobody finds half of it. */
    private static void makeUnlessThere(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory, mode("rwx------"));
        Path draft = Files.createTempFile(directory, "new", "", mode("rw-------"));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(Cipher.newKey()) + "\n");
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // The other one's key holds.
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    @Override
    public byte[] wrap(byte[] key, String person) {
        return cipher.seal(key, person.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String person) {
        return cipher.open(wrapped, person.getBytes(StandardCharsets.UTF_8));
    }
}
