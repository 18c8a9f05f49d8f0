package fr.jalon.events.entry;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** An exact decimal number; {@code 12.50} and {@code 12.5} are the same one. */
public record Decimal(BigDecimal value) {
    public static final String PATTERN = "-?\\d{1,18}(?:\\.\\d{1,6})?";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    public Decimal {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public static Decimal parse(String text) {
        if (!COMPILED.matcher(text).matches()) {
            throw new IllegalArgumentException("is not a decimal number such as 12000 or 12000.50");
        }
        return new Decimal(new BigDecimal(text));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
