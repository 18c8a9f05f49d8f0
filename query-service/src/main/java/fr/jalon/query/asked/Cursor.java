package fr.jalon.query.asked;

import fr.jalon.web.problem.ParameterForm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of a history ended, as its reader brings it back: what is in it is nobody's business but ours. */
public final class Cursor {
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,3}");
    private static final int MOST = 1000;
    private static final Pattern INSIDE = Pattern.compile("after:(\\d{1,18})");

    private Cursor() {}

    /** How many on a page: 1 to 1000, or as many as usual. */
    public static int limit(@Nullable String given, int usual) {
        if (given == null) {
            return usual;
        }
        if (!LIMIT.matcher(given).matches() || Integer.parseInt(given) > MOST) {
            throw ParameterForm.LIMIT.missedBy("limit").asException();
        }
        return Integer.parseInt(given);
    }

    public static String after(long position) {
        return of("after:" + position);
    }

    /** What a reader brings back, with this in it. */
    public static String of(String inside) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(inside.getBytes(StandardCharsets.US_ASCII));
    }

    /** The position it stands for; 0, before the first, where none is given. */
    public static long position(String name, @Nullable String given) {
        return position(name, given, 0);
    }

    /** The position it stands for, or this one where none is given. */
    public static long position(String name, @Nullable String given, long outset) {
        if (given == null) {
            return outset;
        }
        return Long.parseLong(inside(name, given, INSIDE).group(1));
    }

    /** What is in one that a reader brings back; a problem if it is none of ours. */
    public static MatchResult inside(String name, String given, Pattern form) {
        try {
            Matcher inside =
                    form.matcher(new String(Base64.getUrlDecoder().decode(given), StandardCharsets.ISO_8859_1));
            if (inside.matches()) {
                return inside;
            }
        } catch (IllegalArgumentException e) {
            // No base64.
        }
        throw ParameterForm.CURSOR.missedBy(name).asException();
    }
}
