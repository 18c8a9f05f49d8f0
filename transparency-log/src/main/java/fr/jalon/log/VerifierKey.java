package fr.jalon.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of an Ed25519 key, with a name, in the form of C2SP signed-note: {@code name+id+base64}. */
public final class VerifierKey {
    static final byte ED25519 = 1;
    static final int RAW = 32;

    /** What stands before the 32 bytes in an X.509 public key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ID_DIGITS = 8;

    private final String name;
    private final byte[] raw;
    private final int keyId;
    private final PublicKey key;

    private VerifierKey(String name, byte[] raw) {
        if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not a name for a key: " + name);
        }
        this.name = name;
        this.raw = raw;
        this.keyId = keyId(name, raw);
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + RAW);
            System.arraycopy(raw, 0, encoded, X509.length, RAW);
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
    }

    /**
     * Reads a key in its form.
     *
     * @throws IllegalArgumentException if it is none, or its id is not its own
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[1].length() != ID_DIGITS) {
            throw new IllegalArgumentException("not a verifier key: name+id+base64 is expected");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + RAW || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 verifier key");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(text.strip())) {
            throw new IllegalArgumentException("the key's id is not its own");
        }
        return key;
    }

    /** The key in its form. */
    public String text() {
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+"
                + Base64.getEncoder().encodeToString(typed(raw));
    }

    public String name() {
        return name;
    }

    /** The number that its signatures carry. */
    public int keyId() {
        return keyId;
    }

    /** Whether this key signed the note. */
    public boolean signed(SignedNote note) {
        return note.signatures().stream()
                .anyMatch(signature -> signature.name().equals(name)
                        && signature.keyId() == keyId
                        && verifies(note.text().getBytes(StandardCharsets.UTF_8), signature.bytes()));
    }

    private boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (SignatureException notOne) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int keyId(String name, byte[] raw) {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest(typed(raw))).getInt();
    }

    static byte[] typed(byte[] raw) {
        return ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
    }
}
