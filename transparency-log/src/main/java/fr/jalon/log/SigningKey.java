package fr.jalon.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The secret half of an Ed25519 key, in the form that the tools of C2SP signed-note read and write:
 * {@code PRIVATE+KEY+name+id+base64}.
 */
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(String name, byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(VerifierKey.RAW * Byte.SIZE - 1, new Given(seed));
            KeyPair pair = generator.generateKeyPair();
            this.key = pair.getPrivate();
            this.verifier = VerifierKey.of(name, pair.getPublic());
            this.seed = seed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new key. */
    public static SigningKey make(String name) {
        byte[] seed = new byte[VerifierKey.RAW];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * Reads a key in its form.
     *
     * @throws IllegalArgumentException if it is none, or its id is not its own; the message does not tell it
     */
    public static SigningKey parse(String text) {
        String given = text.strip();
        String[] parts =
                given.startsWith(PREFIX) ? given.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a signing key: PRIVATE+KEY+name+id+base64 is expected");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + VerifierKey.RAW || typed[0] != VerifierKey.ED25519) {
            throw new IllegalArgumentException("not an Ed25519 signing key");
        }
        SigningKey key = new SigningKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.secret().equals(given)) {
            throw new IllegalArgumentException("the key's id is not its own");
        }
        return key;
    }

    /** The key in its form, to be kept where nobody else reads. */
    public String secret() {
        return PREFIX
                + verifier.name()
                + "+"
                + HexFormat.of().toHexDigits(verifier.keyId())
                + "+"
                + Base64.getEncoder().encodeToString(VerifierKey.typed(seed));
    }

    /** The half that everybody may have. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a text, which ends with a newline. */
    public SignedNote sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(
                    text, List.of(SignedNote.Signature.of(verifier.name(), verifier.keyId(), signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "the signing key of " + verifier.text();
    }

    /** The JDK derives a public key only while it makes a pair: this makes it make the pair of a given seed. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
