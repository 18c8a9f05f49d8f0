package fr.jalon.events.entry;

import java.util.regex.Pattern;

/** An ISO 4217 currency code. */
public record Currency(String code) {
    public static final String PATTERN = "[A-Z]{3}";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    public Currency {
        if (!COMPILED.matcher(code).matches()) {
            throw new IllegalArgumentException("is not a currency code such as EUR");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
