package fr.jalon.tables.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table as an OpenDocument workbook: nothing of it is kept, each row is written as it comes. */
final class OdsSheet implements Sheet {
    private final OdsFile file;
    private final OdsCells cells;
    private final List<String> columns;
    private int sheets;
    private int row;

    OdsSheet(OutputStream out, List<String> columns) throws IOException {
        this.file = new OdsFile(out, Set.of(), Set.of());
        this.cells = new OdsCells(file.content());
        this.columns = columns;
        next();
    }

    private void next() throws IOException {
        file.sheet("Jalon " + ++sheets, OdsFile.SHOWN)
                .empty("table:table-column", "table:number-columns-repeated", String.valueOf(columns.size()));
        row = 0;
        write(columns, OdsFile.HEAD);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row == CellLimits.ROWS) {
            file.content().close();
            next();
        }
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof String text) {
                var _ = CellLimits.fitting(text, columns.get(i));
            }
        }
        write(cells, "");
    }

    private void write(List<? extends @Nullable Object> row, String style) throws IOException {
        file.content().open("table:table-row");
        for (Object cell : row) {
            cells.put(cell, style, "");
        }
        file.content().close();
        this.row++;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
