package fr.jalon.events.entry;

import java.util.regex.Pattern;

/** The 14 digits by which INSEE's Sirene directory knows an establishment. */
public record Siret(String digits) {
    public static final String PATTERN = "\\d{14}";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    public Siret {
        if (!COMPILED.matcher(digits).matches()) {
            throw new IllegalArgumentException("is not a SIRET: 14 digits");
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}
