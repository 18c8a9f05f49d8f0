package fr.jalon.tables.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as an OpenDocument workbook: nothing of it is kept, each row is written as it comes. */
final class OdsSheet implements Sheet {
    private final OdsFile file;
    private final OdsCells cells;
    private final List<SheetColumn> columns;
    private int sheets;
    private int row;

    OdsSheet(OutputStream out, List<SheetColumn> columns) throws IOException {
        this.file = new OdsFile(out, Set.of(), Set.of());
        this.cells = new OdsCells(file.content());
        this.columns = columns;
        if (columns.stream().anyMatch(column -> !column.words().isEmpty())) {
            validations();
        }
        next();
    }

    private void validations() throws IOException {
        OdsXml xml = file.content();
        xml.open("table:content-validations");
        for (SheetColumn column : columns) {
            if (!column.words().isEmpty()) {
                String words =
                        column.words().stream().map(word -> '"' + word + '"').collect(Collectors.joining(";"));
                xml.open(
                                "table:content-validation",
                                "table:name",
                                list(column),
                                "table:condition",
                                "of:cell-content-is-in-list(" + words + ")",
                                "table:allow-empty-cell",
                                "true",
                                "table:display-list",
                                "unsorted")
                        .empty("table:error-message", "table:message-type", "stop", "table:display", "true")
                        .close();
            }
        }
        xml.close();
    }

    private String list(SheetColumn column) {
        return column.words().isEmpty() ? "" : "list" + (columns.indexOf(column) + 1);
    }

    private void next() throws IOException {
        file.sheet("Jalon " + ++sheets, OdsFile.SHOWN);
        for (SheetColumn column : columns) {
            file.content().empty("table:table-column", "table:default-cell-style-name", style(column));
        }
        file.content().open("table:table-row");
        for (SheetColumn column : columns) {
            cells.put(column.head(), OdsFile.HEAD, "");
        }
        file.content().close();
        row = 1;
    }

    private static String style(SheetColumn column) {
        return column.isText() ? OdsFile.TEXT : "";
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row == CellLimits.ROWS) {
            file.content().close();
            next();
        }
        file.content().open("table:table-row");
        for (int i = 0; i < cells.size(); i++) {
            SheetColumn column = columns.get(i);
            Object cell = cells.get(i);
            if (cell instanceof String text) {
                var _ = CellLimits.fitting(text, column.head());
            }
            this.cells.put(cell, style(column), list(column));
        }
        file.content().close();
        row++;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
