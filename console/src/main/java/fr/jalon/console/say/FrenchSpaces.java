package fr.jalon.console.say;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spaces of French, at which no line ends: a narrow one before ; ! ? and between thousands, a whole one before a
 * colon, within « », before what a number counts and after n°. A text has another space there or none of these signs;
 * where it has no space, as in an address or an hour, none is put.
 */
public final class FrenchSpaces {
    private static final char NARROW = '\u202F';
    private static final char WHOLE = '\u00A0';
    private static final String ANY = "[ \u00A0\u202F]";

    private static final Pattern SIGNS = Pattern.compile("[;!?:»«€%°]|\\d" + ANY + "\\d");
    private static final Pattern BEFORE_SHORT = Pattern.compile(ANY + "(?=[;!?])");
    private static final Pattern BEFORE = Pattern.compile(ANY + "(?=[:»]|(?<=\\d.)[€%])");
    private static final Pattern AFTER = Pattern.compile("(?<=«|\\bn°)" + ANY);

    /** A number of several groups; a year before another number is none. */
    private static final Pattern GROUPED =
            Pattern.compile("(?<![\\d.,])\\d{1,3}(?:" + ANY + "\\d{3})+(?!" + ANY + "?\\d)");

    private FrenchSpaces() {}

    /** A text as a French page shows it. */
    public static String in(String text) {
        if (!SIGNS.matcher(text).find()) {
            return text;
        }
        String spaced = BEFORE_SHORT.matcher(text).replaceAll(String.valueOf(NARROW));
        spaced = BEFORE.matcher(spaced).replaceAll(String.valueOf(WHOLE));
        spaced = AFTER.matcher(spaced).replaceAll(String.valueOf(WHOLE));
        return GROUPED.matcher(spaced)
                .replaceAll(number -> Matcher.quoteReplacement(number.group().replaceAll(ANY, String.valueOf(NARROW))));
    }
}
