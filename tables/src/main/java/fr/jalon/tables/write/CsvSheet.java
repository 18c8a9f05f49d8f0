package fr.jalon.tables.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.jalon.tables.column.Inert;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) in UTF-8, whose texts no spreadsheet takes for formulas. */
public final class CsvSheet implements Sheet {
    public static final char SEMICOLON = ';';
    public static final char COMMA = ',';
    private static final int THOUSANDS = 3;
    private static final byte[] BOM = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final CsvWriter csv;

    private CsvSheet(CsvWriter csv) {
        this.csv = csv;
    }

    public static CsvSheet open(OutputStream out, List<String> columns, char separator, boolean bom)
            throws IOException {
        if (bom) {
            out.write(BOM);
        }
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out, StandardCharsets.UTF_8);
        csv.writeRecord(columns);
        return new CsvSheet(csv);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        CsvWriter.CsvWriterRecord row = csv.writeRecord();
        for (Object cell : cells) {
            row.writeField(text(cell));
        }
        row.endRecord();
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> Inert.written(text);
            case BigDecimal number -> clear(number).toPlainString();
            default -> cell.toString();
        };
    }

    /** The same number, with a zero more where a reader may take its three decimals for thousands. */
    private static BigDecimal clear(BigDecimal number) {
        return number.scale() == THOUSANDS ? number.setScale(THOUSANDS + 1) : number;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
