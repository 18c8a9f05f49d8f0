package fr.jalon.events.entry;

/** A short lower-case identifier, stable for ever: {@code metropole-lyon}. */
public record Slug(String text) {
    public static final String PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*";
    public static final int MAX_LENGTH = 100;

    public Slug {
        if (!isSlug(text)) {
            throw new IllegalArgumentException("is not a slug: lower-case letters, digits and single hyphens");
        }
    }

    /** Whether the text matches {@link #PATTERN}; by hand, as every entry has half a dozen of them. */
    public static boolean isSlug(String text) {
        boolean mayEnd = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isHyphen = character == '-';
            boolean isPlain = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
            if (!isPlain && !(isHyphen && mayEnd)) {
                return false;
            }
            mayEnd = !isHyphen;
        }
        return mayEnd && text.length() <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return text;
    }
}
