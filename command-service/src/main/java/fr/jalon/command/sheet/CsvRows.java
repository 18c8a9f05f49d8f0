package fr.jalon.command.sheet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.jalon.events.table.Inert;
import fr.jalon.events.table.Row;
import fr.jalon.events.table.TableFaultCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV as spreadsheets write it: split by semicolons, commas or tabs, whichever the header has most, in UTF-8 or
 * windows-1252. Read while it is sent.
 */
public final class CsvRows implements Rows {
    private static final char BOM = '\uFEFF';

    /** As much of the header as is looked at to find what splits it. */
    private static final int AHEAD = 1 << 16;

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
            return new CsvRows(text, separator(text));
        } catch (CharacterCodingException e) {
            throw new BrokenTableException(TableFaultCode.NOT_TEXT, 1);
        }
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(AHEAD);
        char[] ahead = new char[AHEAD - 1];
        int semicolons = 0;
        int commas = 0;
        int tabs = 0;
        boolean quoted = false;
        int read = text.read(ahead, 0, ahead.length);
        for (int i = 0; i < read && (quoted || (ahead[i] != '\n' && ahead[i] != '\r')); i++) {
            quoted ^= ahead[i] == '"';
            semicolons += !quoted && ahead[i] == ';' ? 1 : 0;
            commas += !quoted && ahead[i] == ',' ? 1 : 0;
            tabs += !quoted && ahead[i] == '\t' ? 1 : 0;
        }
        text.reset();
        if (tabs > semicolons && tabs > commas) {
            return '\t';
        }
        return commas > semicolons ? ',' : ';';
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
    public List<String> otherSheets() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Makes a row of each record. Its number is that of the record: a spreadsheet counts a cell of three lines as one row. */
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
            cells.put(place, Inert.read(new String(buffer, from, length).replace("\r\n", "\n")));
        }

        @Override
        protected Row buildRecord() {
            return cells.row(++number);
        }
    }
}
