package fr.jalon.tables.write;

import fr.jalon.tables.column.Xstring;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook (ECMA-376). A text is a text cell, whatever it looks like, written in its place: the usual table of all
 * texts would have to be kept. A number that a workbook cannot hold exactly is a text too.
 */
final class XlsxSheet implements Sheet {
    private static final String TEXT = "@";
    private static final int ROWS_KEPT = 500;

    private final Workbook workbook;
    private final List<SheetColumn> columns;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxSheet(OutputStream out, List<SheetColumn> columns) {
        this.workbook = new Workbook(out, "Jalon", "1.0");
        this.columns = columns;
        this.sheet = next();
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row == CellLimits.ROWS) {
            sheet.finish();
            sheet = next();
        }
        for (int i = 0; i < cells.size(); i++) {
            put(i, cells.get(i));
        }
        if (++row % ROWS_KEPT == 0) {
            sheet.flush();
        }
    }

    private Worksheet next() {
        Worksheet next = workbook.newWorksheet("Jalon " + ++sheets);
        next.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            SheetColumn column = columns.get(i);
            next.inlineString(0, i, column.head());
            next.style(0, i).bold().set();
            if (column.isText()) {
                next.style(i).format(TEXT).set();
            }
            if (!column.words().isEmpty()) {
                next.range(1, i, CellLimits.ROWS - 1, i)
                        .validateWithListByFormula('"' + String.join(",", column.words()) + '"')
                        .showErrorMessage(true);
            }
        }
        row = 1;
        return next;
    }

    private void put(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Long number -> sheet.value(row, column, number);
            case BigDecimal number when CellLimits.isExact(number) -> sheet.value(row, column, number.doubleValue());
            case BigDecimal number -> sheet.inlineString(row, column, number.toPlainString());
            case Boolean truth -> sheet.value(row, column, truth);
            case Object text -> put(column, text.toString());
        }
    }

    private void put(int column, String text) {
        SheetColumn place = columns.get(column);
        sheet.inlineString(row, column, Xstring.written(CellLimits.fitting(text, place.head())));
        if (place.isText()) {
            sheet.style(row, column).format(TEXT).set();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
