package fr.jalon.tables.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code by which a workbook shows a number, gone through once.
 *
 * @param letters what stands for a part of the number: texts, colours, countries, escaped letters, and the words for
 *     a number as it is, do not
 * @param beside what is written beside a number that is not negative
 */
record FormatCode(String letters, String beside) {
    private static final Pattern AS_IT_IS = Pattern.compile("(?i)general|standard|e[+-]");

    static FormatCode of(String code) {
        StringBuilder letters = new StringBuilder();
        StringBuilder beside = new StringBuilder();
        Matcher asItIs = AS_IT_IS.matcher(code);
        boolean isFirst = true;
        for (int i = 0; i < code.length(); i++) {
            char character = code.charAt(i);
            String said = "";
            switch (character) {
                case '"' -> {
                    int closing = closing(code, '"', i);
                    said = code.substring(i + 1, closing);
                    i = closing;
                }
                case '[' -> {
                    int closing = closing(code, ']', i);
                    String inBrackets = code.substring(i + 1, closing);
                    letters.append(elapsed(inBrackets));
                    said = currency(inBrackets);
                    i = closing;
                }
                case '\\' -> {
                    i++;
                    said = i < code.length() ? String.valueOf(code.charAt(i)) : "";
                }
                // Only as wide as the next character is, or filled with it.
                case '_', '*' -> i++;
                case ';' -> isFirst = false;
                default -> {
                    if (asItIs.region(i, code.length()).lookingAt()) {
                        i = asItIs.end() - 1;
                    } else {
                        letters.append(character);
                        said = isSaid(character) ? String.valueOf(character) : "";
                    }
                }
            }
            beside.append(isFirst ? said : "");
        }
        return new FormatCode(letters.toString(), beside.toString());
    }

    private static int closing(String code, char mark, int opening) {
        int closing = code.indexOf(mark, opening + 1);
        return closing < 0 ? code.length() : closing;
    }

    /** Hours, minutes or seconds that are counted on past a day stand in brackets. */
    private static String elapsed(String inBrackets) {
        return inBrackets.matches("(?i)h{1,9}|m{1,9}|s{1,9}") ? "h" : "";
    }

    /** {@code €} of {@code $€-40C}: the sign, and whose way of writing it. */
    private static String currency(String inBrackets) {
        return inBrackets.startsWith("$") ? inBrackets.substring(1).replaceFirst("-.*", "") : "";
    }

    private static boolean isSaid(char character) {
        return Character.getType(character) == Character.CURRENCY_SYMBOL || Character.isUpperCase(character);
    }
}
