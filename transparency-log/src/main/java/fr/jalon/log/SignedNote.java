package fr.jalon.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures under it, all of it readable (C2SP signed-note).
 *
 * @param text what is signed, its last newline included
 */
public record SignedNote(String text, List<Signature> signatures) {
    private static final String DASH = "\u2014 ";

    /**
     * A signature line.
     *
     * @param name the key's name
     * @param keyId the key's number, by which to find it among others of its name
     * @param base64 what the key made of the text
     */
    public record Signature(String name, int keyId, String base64) {
        private static final int ID = Integer.BYTES;

        static Signature of(String name, int keyId, byte[] bytes) {
            return new Signature(name, keyId, Base64.getEncoder().encodeToString(bytes));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        private String line() {
            byte[] bytes = bytes();
            byte[] both = ByteBuffer.allocate(ID + bytes.length)
                    .putInt(keyId)
                    .put(bytes)
                    .array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }

        private static Signature parse(String line) {
            String[] parts = line.substring(DASH.length()).split(" ", -1);
            if (parts.length != 2 || parts[0].isEmpty()) {
                throw new IllegalArgumentException("not a signature: " + line);
            }
            ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
            if (both.remaining() <= ID) {
                throw new IllegalArgumentException("not a signature: " + line);
            }
            int keyId = both.getInt();
            byte[] bytes = new byte[both.remaining()];
            both.get(bytes);
            return of(parts[0], keyId, bytes);
        }
    }

    /** The note as it is sent and kept. */
    public String note() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0
                || !note.endsWith("\n")
                || note.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new IllegalArgumentException("not a signed note");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(blank + 2).lines().toList()) {
            if (!line.startsWith(DASH)) {
                throw new IllegalArgumentException("not a signature: " + line);
            }
            signatures.add(Signature.parse(line));
        }
        SignedNote read = new SignedNote(note.substring(0, blank + 1), List.copyOf(signatures));
        if (!read.note().equals(note)) {
            throw new IllegalArgumentException("a signed note is written in one way only");
        }
        return read;
    }
}
