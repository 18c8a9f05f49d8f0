package fr.jalon.tables.column;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as a workbook's XML has it ({@code ST_Xstring} of ECMA-376): a character that XML cannot hold, such as a return,
 * stands there as {@code _x000D_}, and a text that looks so by itself has its first underscore written so.
 */
public final class Xstring {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F]");
    private static final int HEXADECIMAL = 16;

    private Xstring() {}

    public static String written(String text) {
        return TO_ESCAPE
                .matcher(text)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }

    public static String read(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> {
            char character = (char) Integer.parseInt(found.group(1), HEXADECIMAL);
            return Matcher.quoteReplacement(String.valueOf(character));
        });
    }
}
