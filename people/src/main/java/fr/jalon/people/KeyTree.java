package fr.jalon.people;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys of which any one can be destroyed and all others stay: each is worked out from the one above it, down from a
 * single root (the tree of Goldreich, Goldwasser and Micali). To destroy one, every key above it is replaced by those
 * beside the way down, and gone. A way is a text of hexadecimal digits, a step each.
 */
final class KeyTree {
    /** How long the way of a key is that seals something. */
    static final int STEPS = 16;

    private static final int CHILDREN = 16;
    private static final String DIGITS = "0123456789abcdef";
    private static final byte STEP = 0;

    /** What is kept: the root by the empty way, or, of each key that is gone, those right under it. */
    private final Map<String, byte[]> kept;

    /** @param kept by way: a key, or sixteen one after another, zeros where one is gone */
    KeyTree(Map<String, byte[]> kept) {
        this.kept = Map.copyOf(kept);
    }

    static KeyTree of(byte[] root) {
        return new KeyTree(Map.of("", root));
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** The key at the end of a way; null where it, or what it is worked out from, was destroyed. */
    byte @Nullable [] key(String way) {
        byte[] key = null;
        int at = 0;
        while (key == null) {
            byte[] here = kept.get(way.substring(0, at));
            if (here == null) {
                return null;
            }
            if (here.length == Cipher.KEY_BYTES) {
                key = here;
            } else if (at == way.length()) {
                return null;
            } else {
                key = child(here, digit(way, at));
                at++;
            }
        }
        return down(key, way, at);
    }

    /** The key that lies so far under another one. */
    static byte[] under(byte[] key, String way) {
        return down(key, way, 0);
    }

    private static byte[] down(byte[] from, String way, int at) {
        byte[] key = from;
        MessageDigest sha256 = sha256();
        for (int i = at; i < way.length(); i++) {
            key = step(sha256, key, digit(way, i));
        }
        return key;
    }

    /**
     * What is kept instead once the key at the end of a way is destroyed; nothing where it is already.
     *
     * @return what is new or other, by way
     */
    Map<String, byte[]> without(String way) {
        Map<String, byte[]> changed = new HashMap<>();
        for (int at = 0; at < way.length(); at++) {
            String above = way.substring(0, at);
            byte[] here = kept.get(above);
            byte[] children = here == null || here.length == Cipher.KEY_BYTES ? children(above) : here.clone();
            if (children == null) {
                return Map.of();
            }
            int digit = digit(way, at);
            Arrays.fill(children, digit * Cipher.KEY_BYTES, (digit + 1) * Cipher.KEY_BYTES, (byte) 0);
            changed.put(above, children);
        }
        return key(way) == null ? Map.of() : changed;
    }

    private byte @Nullable [] children(String above) {
        byte[] key = key(above);
        if (key == null) {
            return null;
        }
        MessageDigest sha256 = sha256();
        ByteBuffer children = ByteBuffer.allocate(CHILDREN * Cipher.KEY_BYTES);
        for (int digit = 0; digit < CHILDREN; digit++) {
            children.put(step(sha256, key, digit));
        }
        return children.array();
    }

    private static byte @Nullable [] child(byte[] children, int digit) {
        byte[] key = Arrays.copyOfRange(children, digit * Cipher.KEY_BYTES, (digit + 1) * Cipher.KEY_BYTES);
        return Arrays.equals(key, new byte[Cipher.KEY_BYTES]) ? null : key;
    }

    private static int digit(String way, int at) {
        return DIGITS.indexOf(way.charAt(at));
    }

    /** Of texts of one length alone, so that none continues another. */
    private static byte[] step(MessageDigest sha256, byte[] key, int digit) {
        sha256.update(STEP);
        sha256.update(key);
        sha256.update((byte) digit);
        return sha256.digest();
    }

    /** What a key serves for, one for each use. */
    static byte[] use(byte[] key, int use) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) use);
        sha256.update(key);
        return sha256.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
