package fr.jalon.tables.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.jalon.tables.column.Inert;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFaultCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CSV as spreadsheets write it: split by what a first line {@code sep=;} says or else by semicolons, commas or tabs,
 * whichever the header has most; in UTF-8, windows-1252 or, by its mark, UTF-16. Read while it is sent.
 */
public final class CsvRows implements Rows {
    private static final char BOM = '\uFEFF';

    /** As much of the header as is looked at to find what splits it. */
    private static final int AHEAD = 1 << 16;

    private static final Pattern TOLD = Pattern.compile("(?i)\"?sep=([^\\p{Alnum}\\s\"]|\\t)\"?");

    /** Room for a cell, and for the marks around and inside it. */
    private static final int BUFFER = 4 * CellsOfRow.CHARACTERS_OF_CELL;

    private final Records records = new Records();
    private final CloseableIterator<Row> rows;

    private CsvRows(Reader text, char separator) {
        this.rows = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(BUFFER)
                .build(records, new QuotationReader(text, separator))
                .iterator();
    }

    /**
     * Opens a table.
     *
     * @param charset the one it says it is in; null where it does not say
     */
    public static CsvRows open(InputStream in, @Nullable Charset charset) throws IOException {
        BufferedReader text = new BufferedReader(new TextReader(in, charset), AHEAD);
        try {
            text.mark(1);
            if (text.read() != BOM) {
                text.reset();
            }
            String first = firstLine(text);
            Matcher told = TOLD.matcher(first);
            if (!told.matches()) {
                return new CsvRows(text, mostFrequent(first));
            }
            // It is no row: a spreadsheet does not show it.
            var _ = text.readLine();
            return new CsvRows(text, told.group(1).charAt(0));
        } catch (CharacterCodingException e) {
            throw new BrokenTableException(TableFaultCode.NOT_TEXT, 1);
        }
    }

    /** The first line that is not blank, as far as it is looked at; nothing is taken from the text. */
    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(AHEAD);
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        boolean blank = true;
        for (int next = text.read(); next >= 0 && line.length() < AHEAD - 1; next = text.read()) {
            boolean ends = next == '\n' || next == '\r';
            if (ends && !quoted && !blank) {
                break;
            }
            quoted ^= next == '"';
            blank &= ends;
            line.append((char) next);
        }
        text.reset();
        return line.toString();
    }

    private static char mostFrequent(String header) {
        long semicolons = unquoted(header, ';');
        long commas = unquoted(header, ',');
        long tabs = unquoted(header, '\t');
        if (tabs > semicolons && tabs > commas) {
            return '\t';
        }
        return commas > semicolons ? ',' : ';';
    }

    private static long unquoted(String header, char separator) {
        long times = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            quoted ^= header.charAt(i) == '"';
            times += !quoted && header.charAt(i) == separator ? 1 : 0;
        }
        return times;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (UncheckedIOException | CsvParseException e) {
            throw failure(e.getCause());
        }
    }

    private IOException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case QuotationReader.UnclosedException unclosed -> broken(TableFaultCode.UNCLOSED_QUOTE);
            case CharacterCodingException none -> broken(TableFaultCode.NOT_TEXT);
            case IOException gone -> gone;
            case null, default -> broken(TableFaultCode.BROKEN_QUOTE);
        };
    }

    private BrokenTableException broken(TableFaultCode code) {
        return new BrokenTableException(code, records.number() + 1);
    }

    @Override
    public @Nullable String sheet() {
        return null;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /**
     * Makes a row of each record. Its number is that of the record: a spreadsheet counts a cell of three lines as one
     * row.
     */
    private static final class Records extends AbstractBaseCsvCallbackHandler<Row> {
        private long number;
        private CellsOfRow cells = new CellsOfRow();

        long number() {
            return number;
        }

        @Override
        protected void handleBegin(long line) {
            cells = new CellsOfRow();
        }

        @Override
        protected void handleField(int place, char[] buffer, int from, int length, boolean quoted) {
            cells.put(
                    place,
                    Inert.read(new String(buffer, from, length)
                            .replace("\r\n", "\n")
                            .replace('\r', '\n')));
        }

        @Override
        protected Row buildRecord() {
            return cells.row(++number);
        }
    }
}
