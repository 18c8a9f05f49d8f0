package fr.jalon.command.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines one by one, none of them further than the limit, and passes over blank ones and a byte order mark. */
final class LineReader {
    private static final int BUFFER = 8192;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long number;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line that is not blank; null where there is none. */
    @Nullable
    Line next() throws IOException {
        while (hasMore()) {
            Line line = line();
            if (line.isTooLong() || !isBlank(line.text())) {
                return line;
            }
        }
        return null;
    }

    private boolean hasMore() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return next < end;
    }

    private Line line() throws IOException {
        number++;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (hasMore()) {
            int newline = next;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            tooLong |= text.size() + (newline - next) > limit;
            if (tooLong) {
                text.reset();
            } else {
                text.write(buffer, next, newline - next);
            }
            boolean ended = newline < end;
            next = ended ? newline + 1 : end;
            if (ended) {
                break;
            }
        }
        byte[] whole = text.toByteArray();
        return new Line(number, number == 1 ? unmarked(whole) : whole, tooLong);
    }

    private static byte[] unmarked(byte[] text) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked = text.length >= mark && Arrays.equals(text, 0, mark, BYTE_ORDER_MARK, 0, mark);
        return marked ? Arrays.copyOfRange(text, mark, text.length) : text;
    }

    private static boolean isBlank(byte[] text) {
        for (byte each : text) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
