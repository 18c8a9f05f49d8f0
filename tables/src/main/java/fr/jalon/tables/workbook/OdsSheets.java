package fr.jalon.tables.workbook;

import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.CellsOfRow;
import fr.jalon.tables.read.WorkbookTooLargeException;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFaultCode;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of an OpenDocument workbook, gone through once. What stands there once and counts many times is given as
 * often as it counts, as long as it would be taken if it were written out.
 */
final class OdsSheets implements Closeable {
    /** What holds rows together and says nothing of its own. */
    private static final Set<String> GROUPS = Set.of(
            "table-header-rows",
            "table-rows",
            "table-row-group",
            "table-header-columns",
            "table-columns",
            "table-column-group");

    /** What a cell would take beside its text if it were written out. */
    private static final int BYTES_OF_CELL = 80;

    private final Part part;
    private final OdsStyles styles;
    private final String[] columnStyles = new String[CellsOfRow.COLUMNS + 1];
    private long repeatedBytes;
    private int place = -1;
    private String name = "";
    private String style = "";
    private boolean isInSheet;
    private int columnsSaid;
    private long number;
    private long times;
    private @Nullable Row repeated;

    OdsSheets(Part part, OdsStyles styles) throws IOException {
        this.part = part;
        this.styles = styles;
        while (part.next()) {
            if (part.opens("spreadsheet")) {
                return;
            }
            if (part.opens() && !part.opens("document-content") && !part.opens("body")) {
                part.skip();
            }
        }
        throw new BrokenTableException(TableFaultCode.NOT_A_WORKBOOK, 1);
    }

    /** Goes on to the next sheet; false where there is none. */
    boolean nextSheet() throws IOException {
        while (isInSheet && part.next()) {
            isInSheet = !part.closes("table");
            if (part.opens()) {
                part.skip();
            }
        }
        while (part.next() && !part.closes("spreadsheet")) {
            if (part.opens("table")) {
                begin();
                return true;
            }
            if (part.opens()) {
                part.skip();
            }
        }
        return false;
    }

    private void begin() {
        place++;
        name = part.attribute("name");
        style = part.attribute("style-name");
        isInSheet = true;
        columnsSaid = 0;
        Arrays.fill(columnStyles, "");
        number = 0;
        times = 0;
    }

    /** Which of all sheets this one is, from 0. */
    int place() {
        return place;
    }

    String name() {
        return name;
    }

    boolean isShown() {
        return styles.isShown(style);
    }

    /** The next row of this sheet that says something; null where there is none. */
    @Nullable
    Row nextRow() throws IOException {
        try {
            return times > 0 ? again() : read();
        } catch (BrokenTableException e) {
            throw new BrokenTableException(e.code(), number + 1);
        }
    }

    private @Nullable Row again() throws IOException {
        Row row = repeated;
        if (row == null) {
            return null;
        }
        times--;
        number++;
        repeats(BYTES_OF_CELL);
        for (String cell : row.cells()) {
            repeats(cell.length() + BYTES_OF_CELL);
        }
        return row.at(number);
    }

    private @Nullable Row read() throws IOException {
        while (isInSheet && part.next()) {
            if (part.closes("table")) {
                isInSheet = false;
            } else if (part.opens("table-row")) {
                int more = repetitions("number-rows-repeated") - 1;
                number++;
                Row row = row();
                if (!row.isBlank()) {
                    times = more;
                    repeated = row;
                    return row;
                }
                number += more;
            } else if (part.opens("table-column")) {
                column();
            } else if (part.opens() && !GROUPS.contains(part.name())) {
                part.skip();
            }
        }
        return null;
    }

    private void repeats(long bytes) throws WorkbookTooLargeException {
        repeatedBytes += bytes;
        if (repeatedBytes > Parts.ALL) {
            throw new WorkbookTooLargeException("what is repeated");
        }
    }

    private int repetitions(String attribute) {
        return Math.max(1, Numbers.whole(part.attribute(attribute)));
    }

    private void column() throws IOException {
        int end = (int) Math.min(columnStyles.length, (long) columnsSaid + repetitions("number-columns-repeated"));
        Arrays.fill(columnStyles, columnsSaid, end, part.attribute("default-cell-style-name"));
        columnsSaid = end;
        part.skip();
    }

    private Row row() throws IOException {
        String rowStyle = part.attribute("default-cell-style-name");
        CellsOfRow cells = new CellsOfRow();
        int column = 0;
        while (part.next() && !part.closes("table-row")) {
            if (part.opens("table-cell")) {
                int next = after(column);
                OdsCell cell = OdsCell.of(part, styles, rowStyle.isEmpty() ? columnStyles[column] : rowStyle);
                cell.put(cells, column);
                for (int at = column + 1; at < next && cell.saysSomething(); at++) {
                    cell.put(cells, at);
                    repeats(cell.text().length() + BYTES_OF_CELL);
                }
                column = next;
            } else if (part.opens("covered-table-cell")) {
                column = after(column);
                part.skip();
            } else if (part.opens()) {
                part.skip();
            }
        }
        return cells.row(number);
    }

    /** The column after the cell that opens here; those that no entry can have are one. */
    private int after(int column) {
        return (int) Math.min(CellsOfRow.COLUMNS, (long) column + repetitions("number-columns-repeated"));
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
