package fr.jalon.tables.read;

import java.io.IOException;
import java.io.Reader;

/** Text that must not end inside a quotation: one that is never closed would swallow the rows after it. */
final class QuotationReader extends Reader {
    /** Where in a record the last character was. */
    private enum At {
        START_OF_CELL,
        CELL,
        QUOTATION,
        MARK_IN_QUOTATION
    }

    private final Reader in;
    private final char separator;
    private At at = At.START_OF_CELL;

    QuotationReader(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        if (read < 0 && at == At.QUOTATION) {
            throw new UnclosedException();
        }
        for (int i = from; i < from + read; i++) {
            at = after(into[i]);
        }
        return read;
    }

    private At after(char character) {
        return switch (at) {
            case START_OF_CELL -> character == '"' ? At.QUOTATION : inCell(character);
            case CELL -> inCell(character);
            case QUOTATION -> character == '"' ? At.MARK_IN_QUOTATION : At.QUOTATION;
            case MARK_IN_QUOTATION -> character == '"' ? At.QUOTATION : inCell(character);
        };
    }

    private At inCell(char character) {
        boolean ends = character == separator || character == '\n' || character == '\r';
        return ends ? At.START_OF_CELL : At.CELL;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The text ended inside a quotation. */
    static final class UnclosedException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
