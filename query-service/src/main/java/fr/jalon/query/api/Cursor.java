package fr.jalon.query.api;

import fr.jalon.web.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of a history ended, as its reader brings it back: what is in it is nobody's business but ours. */
final class Cursor {
    private static final Pattern INSIDE = Pattern.compile("after:(\\d{1,18})");

    private Cursor() {}

    static String after(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after:" + position).getBytes(StandardCharsets.US_ASCII));
    }

    /** The position it stands for; 0, before the first, where none is given. */
    static long position(String name, @Nullable String given) {
        if (given == null) {
            return 0;
        }
        try {
            Matcher inside =
                    INSIDE.matcher(new String(Base64.getUrlDecoder().decode(given), StandardCharsets.ISO_8859_1));
            if (inside.matches()) {
                return Long.parseLong(inside.group(1));
            }
        } catch (IllegalArgumentException e) {
            // No base64.
        }
        throw Problems.invalidParameter(name).asException();
    }
}
