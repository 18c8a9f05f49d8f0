package fr.jalon.events.entry;

import java.util.regex.Pattern;

/** A short lower-case identifier, stable for ever: {@code metropole-lyon}. */
public record Slug(String text) {
    public static final String PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*";
    public static final int MAX_LENGTH = 100;
    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    public Slug {
        if (!isSlug(text)) {
            throw new IllegalArgumentException("is not a slug: lower-case letters, digits and single hyphens");
        }
    }

    public static boolean isSlug(String text) {
        return text.length() <= MAX_LENGTH && COMPILED.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
