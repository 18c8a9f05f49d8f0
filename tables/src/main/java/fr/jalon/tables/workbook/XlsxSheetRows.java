package fr.jalon.tables.workbook;

import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.CellsOfRow;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFaultCode;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, the blank ones too. */
final class XlsxSheetRows implements Closeable {
    private static final int MOST_ROWS = 1 << 20;
    private static final int LETTERS = 26;
    private static final int LONGEST_PLACE = 3;

    private final Part sheet;
    private final SharedTexts texts;
    private final Formats formats;
    private int number;

    XlsxSheetRows(Part sheet, SharedTexts texts, Formats formats) {
        this.sheet = sheet;
        this.texts = texts;
        this.formats = formats;
    }

    @Nullable
    Row next() throws IOException {
        try {
            while (sheet.next() && !sheet.closes("sheetData")) {
                if (sheet.opens("row")) {
                    return row();
                }
            }
            return null;
        } catch (BrokenTableException e) {
            throw new BrokenTableException(e.code(), number + 1L);
        }
    }

    private Row row() throws IOException {
        String given = sheet.attribute("r");
        int after = number;
        number = given.isEmpty() ? number + 1 : Numbers.whole(given);
        if (number <= after || number > MOST_ROWS) {
            number = after;
            throw new BrokenTableException(TableFaultCode.BROKEN_WORKBOOK, 1);
        }
        CellsOfRow cells = new CellsOfRow();
        int column = 0;
        while (sheet.next() && !sheet.closes("row")) {
            if (sheet.opens("c")) {
                column = column(sheet.attribute("r"), column);
                cell(cells, column);
                column++;
            }
        }
        return cells.row(number);
    }

    /** The column of a place such as {@code AB12}, from 0; the next one where it does not say. */
    private static int column(String place, int next) {
        int column = 0;
        int letters = 0;
        while (letters < place.length() && place.charAt(letters) >= 'A' && place.charAt(letters) <= 'Z') {
            if (letters == LONGEST_PLACE) {
                return CellsOfRow.COLUMNS;
            }
            column = column * LETTERS + place.charAt(letters) - 'A' + 1;
            letters++;
        }
        return letters == 0 ? next : column - 1;
    }

    private void cell(CellsOfRow cells, int column) throws IOException {
        String type = sheet.attribute("t");
        int style = Numbers.whole(sheet.attribute("s"));
        String value = "";
        while (sheet.next() && !sheet.closes("c")) {
            if (sheet.opens("f")) {
                cells.mark(column, TableFaultCode.FORMULA_CELL);
                sheet.skip();
            } else if (sheet.opens("v")) {
                value = sheet.text(CellsOfRow.CHARACTERS_OF_CELL);
            } else if (sheet.opens("is")) {
                value = SharedTexts.text(sheet, "is");
            }
        }
        if (!value.isEmpty() && !cells.isMarked(column)) {
            put(cells, column, type, value, style);
        }
    }

    private void put(CellsOfRow cells, int column, String type, String value, int style) {
        switch (type) {
            case "s" -> {
                int number = Numbers.whole(value);
                if (texts.has(number)) {
                    cells.put(column, texts.get(number));
                } else {
                    cells.mark(column, TableFaultCode.ERROR_CELL);
                }
            }
            case "inlineStr" -> cells.put(column, value);
            case "str" -> cells.put(column, SharedTexts.oneText(value));
            case "d" -> formats.put(cells, column, value, style);
            case "b" -> cells.put(column, Value.truth(value.equals("1")));
            case "", "n" -> number(cells, column, value, style);
            default -> cells.mark(column, TableFaultCode.ERROR_CELL);
        }
    }

    private void number(CellsOfRow cells, int column, String value, int style) {
        double number = Numbers.number(value);
        if (Double.isFinite(number)) {
            formats.put(cells, column, number, style);
        } else {
            cells.mark(column, TableFaultCode.ERROR_CELL);
        }
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
