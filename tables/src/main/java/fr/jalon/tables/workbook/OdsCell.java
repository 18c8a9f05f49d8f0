package fr.jalon.tables.workbook;

import fr.jalon.tables.read.CellsOfRow;
import fr.jalon.tables.row.TableFaultCode;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of an OpenDocument workbook says, as it is shown.
 *
 * @param text what it says; empty where it is empty
 * @param holds as what: nothing is ambiguous about what is no text
 * @param fault why it cannot be read; null where it can
 */
record OdsCell(String text, Held holds, @Nullable TableFaultCode fault) {
    /** As what a cell holds what it says. */
    enum Held {
        TEXT,
        NUMBER,
        DAY
    }

    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    /** No number and no time that can be meant is longer. */
    private static final int LONGEST = 400;

    /**
     * The cell that opens here, which is read to its end.
     *
     * @param least the style of a cell that has none of its own
     */
    static OdsCell of(Part part, OdsStyles styles, String least) throws IOException {
        String type = part.attribute(OFFICE, "value-type");
        boolean isError = part.attribute(CALC, "value-type").equals("error");
        boolean isFormula = !part.attribute("formula").isEmpty();
        String style = part.attribute("style-name");
        String value = part.attribute(OFFICE, attribute(type));
        String currency = part.attribute(OFFICE, "currency");
        String shown = OdsText.ofCell(part);
        if (isFormula) {
            return faulty(TableFaultCode.FORMULA_CELL);
        }
        if (isError) {
            return faulty(TableFaultCode.ERROR_CELL);
        }
        return switch (type) {
            case "" -> said(shown);
            case "string" -> said(shown.isEmpty() ? value : shown);
            case "float" -> number(value, CellFormat.of(Shown.NUMBER));
            case "currency" -> number(value, CellFormat.ofCurrency(currency));
            case "percentage" -> percentage(value);
            case "date" -> day(value, styles.date(style.isEmpty() ? least : style));
            case "time" -> time(value);
            case "boolean" -> truth(value);
            default -> faulty(TableFaultCode.ERROR_CELL);
        };
    }

    /** Where a value of this type stands. */
    private static String attribute(String type) {
        return switch (type) {
            case "string", "date", "time", "boolean" -> type + "-value";
            default -> "value";
        };
    }

    private static OdsCell number(String value, CellFormat format) {
        double number = Numbers.number(value);
        return Double.isFinite(number)
                ? new OdsCell(format.text(Numbers.plain(Numbers.rounded(number))), Held.NUMBER, null)
                : faulty(TableFaultCode.ERROR_CELL);
    }

    private static OdsCell percentage(String value) {
        double number = Numbers.number(value);
        return Double.isFinite(number) ? said(Value.percentage(number)) : faulty(TableFaultCode.ERROR_CELL);
    }

    private static OdsCell day(String value, Shown shown) {
        return value.isEmpty()
                ? faulty(TableFaultCode.ERROR_CELL)
                : new OdsCell(Value.day(value, shown), Held.DAY, null);
    }

    private static OdsCell truth(String value) {
        return switch (value) {
            case "true" -> said(Value.truth(true));
            case "false" -> said(Value.truth(false));
            default -> faulty(TableFaultCode.ERROR_CELL);
        };
    }

    private static OdsCell time(String value) {
        try {
            Duration time = Duration.parse(value.length() > LONGEST ? "" : value);
            return time.isNegative() ? faulty(TableFaultCode.ERROR_CELL) : said(Value.time(time.toSeconds()));
        } catch (DateTimeParseException e) {
            return faulty(TableFaultCode.ERROR_CELL);
        }
    }

    private static OdsCell said(String text) {
        return new OdsCell(text, Held.TEXT, null);
    }

    private static OdsCell faulty(TableFaultCode fault) {
        return new OdsCell("", Held.TEXT, fault);
    }

    boolean saysSomething() {
        return fault != null || !text.isEmpty();
    }

    void put(CellsOfRow cells, int column) {
        if (fault != null) {
            cells.mark(column, fault);
            return;
        }
        switch (holds) {
            case TEXT -> cells.put(column, text);
            case NUMBER -> cells.putNumber(column, text);
            case DAY -> cells.putDay(column, text);
        }
    }
}
