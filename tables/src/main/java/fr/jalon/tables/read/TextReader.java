package fr.jalon.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text in the encoding that its first two bytes are the mark of, else in the one it is said to be in or, where nothing
 * says, in UTF-8 or windows-1252: as long as no letter had an accent, both read the same, and the first one that has
 * tells which it is. What is neither is refused, never replaced.
 */
final class TextReader extends Reader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 8192;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private CharsetDecoder decoder;

    /** Whether it may still turn out to be the other one. */
    private boolean isOpen;

    private boolean atEnd;
    private boolean hasBegun;

    TextReader(InputStream in, @Nullable Charset charset) {
        this.in = in;
        this.decoder = strict(charset == null ? StandardCharsets.UTF_8 : charset);
        this.isOpen = charset == null;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (atEnd && !bytes.hasRemaining()) {
                return -1;
            }
            fill();
            if (hasBegun || atEnd || bytes.remaining() >= Character.BYTES) {
                begin();
                decode();
            }
        }
        int read = Math.min(length, chars.remaining());
        chars.get(into, from, read);
        return read;
    }

    private void begin() {
        if (!hasBegun && bytes.remaining() >= Character.BYTES) {
            Charset marked = switch (bytes.getShort(bytes.position()) & 0xFFFF) {
                case 0xFEFF -> StandardCharsets.UTF_16BE;
                case 0xFFFE -> StandardCharsets.UTF_16LE;
                default -> null;
            };
            if (marked != null) {
                decoder = strict(marked);
                isOpen = false;
            }
        }
        hasBegun = true;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    private void decode() throws IOException {
        CoderResult result = decoder.decode(bytes, chars.clear(), atEnd);
        chars.flip();
        isOpen &= chars.chars().allMatch(character -> character < 0x80);
        if (result.isError()) {
            if (!isOpen) {
                result.throwException();
            }
            isOpen = false;
            decoder = strict(WINDOWS);
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
