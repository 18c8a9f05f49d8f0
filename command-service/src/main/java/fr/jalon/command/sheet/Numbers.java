package fr.jalon.command.sheet;

import java.math.BigDecimal;

/** Numbers as a workbook's XML has them. */
final class Numbers {
    private static final int DIGITS = 40;

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

    /** As people write it, in the fewest digits that tell it from its neighbours. */
    static String plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
