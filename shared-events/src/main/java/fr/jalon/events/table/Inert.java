package fr.jalon.events.table;

import java.util.regex.Pattern;

/**
 * Text in CSV that no spreadsheet takes for a formula: an apostrophe goes before it when written, and off again when
 * read, so that a round trip loses nothing.
 */
public final class Inert {
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n].*");

    private Inert() {}

    public static String written(String text) {
        return LIKE_A_FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    public static String read(String cell) {
        return cell.startsWith("'") && LIKE_A_FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
