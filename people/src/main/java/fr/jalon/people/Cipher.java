package fr.jalon.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM whose nonce is a keyed digest of all that is sealed: the same text for the same place is the same
 * ciphertext, which tells that an entry was sent again, and no nonce serves for two texts.
 */
final class Cipher {
    static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec forTexts;
    private final SecretKeySpec forNonces;

    Cipher(byte[] key) {
        SecretKeySpec root = new SecretKeySpec(key, HMAC);
        this.forTexts = new SecretKeySpec(digest(root, ascii("texts")), "AES");
        this.forNonces = new SecretKeySpec(digest(root, ascii("nonces")), HMAC);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** A keyed digest of something, 32 bytes. */
    static byte[] digest(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : parts) {
                // With its length, so that no two lists of parts are one text.
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text, bound to what it belongs to. */
    byte[] seal(byte[] text, byte[] belongsTo) {
        byte[] nonce = Arrays.copyOf(digest(forNonces, belongsTo, text), NONCE_BYTES);
        byte[] sealed = run(javax.crypto.Cipher.ENCRYPT_MODE, nonce, text, 0, text.length, belongsTo);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    /**
     * The text again.
     *
     * @throws IllegalArgumentException if it was sealed with another key, belongs to something else or was altered
     */
    byte[] open(byte[] sealed, byte[] belongsTo) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalArgumentException("too short for what is sealed");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(
                javax.crypto.Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES, belongsTo);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, int from, int length, byte[] belongsTo) {
        try {
            javax.crypto.Cipher gcm = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(mode, forTexts, new GCMParameterSpec(TAG_BITS, nonce));
            gcm.updateAAD(belongsTo);
            return gcm.doFinal(text, from, length);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("sealed with another key, for something else, or altered", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
