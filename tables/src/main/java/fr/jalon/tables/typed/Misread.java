package fr.jalon.tables.typed;

/** What was typed cannot be read as it stands; the sentence says what would be right, to whoever typed it. */
public final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misread(String sentence) {
        super(sentence);
    }

    /** In the language of whoever typed it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
