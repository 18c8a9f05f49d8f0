package fr.jalon.events.entry;

import java.util.regex.Pattern;

/** The code of a French département: {@code 75}, {@code 2A}, {@code 974}. */
public record Department(String code) {
    public static final String PATTERN = "(?:0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[4-9])";
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    public Department {
        if (!COMPILED.matcher(code).matches()) {
            throw new IllegalArgumentException("is not the code of a département, such as 75, 2A or 974");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
