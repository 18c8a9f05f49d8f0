package fr.jalon.events.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest that answers, snapshots and packs are cited by and that stands in the place of secrets; the sealed log has
 * its own, of nodes and leaves.
 */
public final class Sha256 {
    private Sha256() {}

    /** A digest to feed. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In hexadecimal, lower case. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(begun().digest(content));
    }

    /** The same of a text in UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
