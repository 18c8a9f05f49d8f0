package fr.jalon.tables.column;

/**
 * Text in CSV that no spreadsheet takes for a formula, wherever it splits: an apostrophe goes before each piece that
 * would begin one when written, and off again when read, so that a round trip loses nothing. A spreadsheet of another
 * country splits at another mark, and at quotation marks that it does not expect.
 */
public final class Inert {
    private static final char APOSTROPHE = '\'';
    private static final String SEPARATORS = ",;|\t\r\n";

    /** What begins a formula, in the widths that an East Asian keyboard gives too. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

    private Inert() {}

    public static String written(String text) {
        StringBuilder written = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isDangerous(text, i)) {
                written.append(APOSTROPHE);
            }
            written.append(text.charAt(i));
        }
        return written.toString();
    }

    public static String read(String cell) {
        StringBuilder read = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) != APOSTROPHE || !isDangerous(cell, i)) {
                read.append(cell.charAt(i));
            }
        }
        return read.toString();
    }

    /** Whether a piece begins here that would be a formula, but for what may be taken off before it. */
    private static boolean isDangerous(String text, int at) {
        if (at > 0 && !isSeparator(text.charAt(at - 1))) {
            return false;
        }
        int sign = at;
        while (sign < text.length() && isPassedOver(text.charAt(sign))) {
            sign++;
        }
        return sign < text.length()
                && (SIGNS.indexOf(text.charAt(sign)) >= 0 || (at == 0 && isControl(text.charAt(sign))));
    }

    private static boolean isPassedOver(char character) {
        return character == APOSTROPHE
                || character == '"'
                || ((Character.isWhitespace(character) || Character.isSpaceChar(character)) && !isSeparator(character));
    }

    private static boolean isControl(char character) {
        return character == '\t' || character == '\r' || character == '\n';
    }

    private static boolean isSeparator(char character) {
        return SEPARATORS.indexOf(character) >= 0;
    }
}
