package fr.jalon.people;

import fr.jalon.events.json.Sha256;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
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
    static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Sha256::begun);

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
        byte[] step = step(from);
        MessageDigest sha256 = SHA256.get();
        for (int i = at; i < way.length(); i++) {
            take(step, digit(way, i), sha256);
        }
        return Arrays.copyOfRange(step, 1, 1 + Cipher.KEY_BYTES);
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
        ByteBuffer children = ByteBuffer.allocate(CHILDREN * Cipher.KEY_BYTES);
        for (int digit = 0; digit < CHILDREN; digit++) {
            byte[] step = step(key);
            take(step, digit, SHA256.get());
            children.put(step, 1, Cipher.KEY_BYTES);
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

    /** A key with room for what it is mixed with: texts of one length alone, so that none continues another. */
    private static byte[] step(byte[] key) {
        byte[] step = new byte[1 + Cipher.KEY_BYTES + 1];
        System.arraycopy(key, 0, step, 1, Cipher.KEY_BYTES);
        return step;
    }

    /** Puts the key below in the place of the one above. */
    private static void take(byte[] step, int digit, MessageDigest sha256) {
        step[step.length - 1] = (byte) digit;
        sha256.update(step);
        try {
            sha256.digest(step, 1, Cipher.KEY_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a key serves for, one for each use; together with a text, if any. */
    static byte[] use(byte[] key, int use, byte... text) {
        MessageDigest sha256 = SHA256.get();
        sha256.update((byte) use);
        sha256.update(key);
        return sha256.digest(text);
    }
}
