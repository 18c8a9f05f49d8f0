package fr.jalon.tables.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table being written, row after row; nothing of it is kept. Closing it ends the file. */
public interface Sheet extends Closeable {
    /**
     * Writes a row.
     *
     * @param cells one for each column: a {@link String}, {@link Long}, {@link java.math.BigDecimal} or
     *     {@link Boolean}, or null
     */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Begins a table of these columns; {@code bom} tells a spreadsheet that its CSV is UTF-8. */
    static Sheet open(Format format, OutputStream out, List<SheetColumn> columns, boolean bom) throws IOException {
        return switch (format) {
            case CSV -> CsvSheet.open(out, SheetColumn.heads(columns), CsvSheet.SEMICOLON, bom);
            case XLSX -> new XlsxSheet(out, columns);
            case ODS -> new OdsSheet(out, columns);
            case JSON -> new JsonSheet(out, SheetColumn.heads(columns));
            case NDJSON -> throw new IllegalArgumentException("No table is written as lines");
        };
    }
}
