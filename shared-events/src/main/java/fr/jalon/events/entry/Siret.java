package fr.jalon.events.entry;

import java.util.regex.Pattern;

/** The 14 digits by which INSEE's Sirene directory knows an establishment. */
public record Siret(String digits) {
    public static final String PATTERN = "\\d{14}";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    /** La Poste has more establishments than its numbers have keys. */
    private static final String LA_POSTE = "356000000";

    private static final int KEY_OF_LA_POSTE = 5;

    public Siret {
        if (!COMPILED.matcher(digits).matches()) {
            throw new IllegalArgumentException("is not a SIRET: 14 digits");
        }
    }

    /** Whether it is one whose last digit, the key that tells a slip of the pen, is right. */
    public static boolean isSiret(String text) {
        return COMPILED.matcher(text).matches() && new Siret(text).isKeyRight();
    }

    private boolean isKeyRight() {
        return luhn() % 10 == 0
                || (digits.startsWith(LA_POSTE)
                        && digits.chars().map(Character::getNumericValue).sum() % KEY_OF_LA_POSTE == 0);
    }

    private int luhn() {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }

    @Override
    public String toString() {
        return digits;
    }
}
