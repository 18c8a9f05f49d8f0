package fr.jalon.tables.workbook;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a workbook's XML has them. */
final class Numbers {
    /** More digits than any number needs that a workbook can hold. */
    private static final int DIGITS = 400;

    /** As many digits as spreadsheets keep: those after them come from counting in twos. */
    private static final MathContext KEPT = new MathContext(15);

    private Numbers() {}

    /** A whole number that is not negative; -1 where it is none such. */
    static int whole(String text) {
        try {
            return text.length() > DIGITS ? -1 : Math.max(-1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** A number; NaN where it is none. */
    static double number(String text) {
        try {
            return text.length() > DIGITS ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** To as many digits as a spreadsheet shows: what it holds as 0.30000000000000004 is 0.3. */
    static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).round(KEPT);
    }

    /** As people write it. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
