package fr.jalon.events.language;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.regex.Pattern;

/** Sums as people of a language write them: « 12 500,50 € », "€12,500.50"; any other currency by its code. */
public final class SaidSum {
    private static final int DECIMALS = 2;
    private static final int MOST_DECIMALS = 6;
    private static final char SPACE = '\u00A0';
    private static final char NARROW_SPACE = '\u202F';

    /** Longer ones are read by nobody, and an exponent may stand for a number that no memory holds. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private SaidSum() {}

    /**
     * A sum.
     *
     * @param value a decimal number, as entries have it
     * @param currency its code
     */
    public static String of(String value, String currency, Language language) {
        String number = number(value, DECIMALS, language);
        boolean isInEuros = currency.equals("EUR");
        return switch (language) {
            case FRENCH -> number + SPACE + (isInEuros ? "€" : currency);
            case ENGLISH -> isInEuros ? "€" + number : currency + SPACE + number;
        };
    }

    /** A number of no currency: « 1 250,5 ». */
    public static String number(String value, Language language) {
        return number(value, 0, language);
    }

    /** What is no number, as in what somebody types and was not judged yet, is said as it stands. */
    private static String number(String value, int decimals, Language language) {
        if (!NUMBER.matcher(value).matches()) {
            return value;
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(new BigDecimal(value)).replace(NARROW_SPACE, SPACE);
    }
}
