package fr.jalon.tables.workbook;

import fr.jalon.tables.read.Rows;
import fr.jalon.tables.row.Row;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook that say something. */
final class XlsxRows implements Rows {
    private final String sheet;
    private final XlsxSheetRows rows;

    XlsxRows(String sheet, XlsxSheetRows rows) {
        this.sheet = sheet;
        this.rows = rows;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row row = rows.next();
        while (row != null && row.isBlank()) {
            row = rows.next();
        }
        return row;
    }

    @Override
    public String sheet() {
        return sheet;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
