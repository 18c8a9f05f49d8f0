package fr.jalon.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts that may name persons and are no part of a register: each under a key of its own, which stands before it. */
public final class SealedTexts {
    private final KeyWrap wrap;

    public SealedTexts(KeyWrap wrap) {
        this.wrap = wrap;
    }

    /** @param belongsTo what it is the text of: as that of anything else it cannot be opened */
    public byte[] seal(String text, String belongsTo) {
        byte[] key = Cipher.newKey();
        byte[] wrapped = wrap.wrap(key, belongsTo);
        byte[] sealed = new Cipher(key).seal(utf8(text), utf8(belongsTo));
        return ByteBuffer.allocate(Short.BYTES + wrapped.length + sealed.length)
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(sealed)
                .array();
    }

    /**
     * The text again.
     *
     * @throws IllegalArgumentException if it was sealed under another key, belongs to something else or was altered
     */
    public String open(byte[] whole, String belongsTo) {
        int keyEnd = Short.BYTES
                + (whole.length < Short.BYTES ? 0 : ByteBuffer.wrap(whole).getShort());
        if (keyEnd <= Short.BYTES || keyEnd > whole.length) {
            throw new IllegalArgumentException("too short for what is sealed");
        }
        byte[] key = wrap.unwrap(Arrays.copyOfRange(whole, Short.BYTES, keyEnd), belongsTo);
        byte[] sealed = Arrays.copyOfRange(whole, keyEnd, whole.length);
        return new String(new Cipher(key).open(sealed, utf8(belongsTo)), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
