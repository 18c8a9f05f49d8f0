package fr.jalon.events.entry;

import java.util.regex.Pattern;

/** The code of a French département: {@code 75}, {@code 2A}, {@code 974}. */
public record Department(String code) {
    public static final String PATTERN = "(?:0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5]|97[1-8]|98[4-9])";

    /** Corsica was one until 1976, and was once taken: what is stored must read. */
    private static final String CORSICA = "20";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    public Department {
        if (!isDepartment(code) && !code.equals(CORSICA)) {
            throw new IllegalArgumentException("is not the code of a département, such as 75, 2A or 974");
        }
    }

    public static boolean isDepartment(String text) {
        return COMPILED.matcher(text).matches();
    }

    @Override
    public String toString() {
        return code;
    }
}
