package fr.jalon.tables.write;

import java.math.BigDecimal;

/** What spreadsheets keep of what a workbook holds. */
final class CellLimits {
    /** The most rows of a sheet. */
    static final int ROWS = 1 << 20;

    private static final int CHARACTERS = 32_767;

    /** The most digits of a number. */
    private static final int DIGITS = 15;

    private CellLimits() {}

    static boolean isExact(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= DIGITS;
    }

    /**
     * A text that fits into a cell of this column.
     *
     * @throws CellTooLongException if it does not
     */
    static String fitting(String text, String column) {
        if (text.length() > CHARACTERS) {
            throw new CellTooLongException(column);
        }
        return text;
    }
}
