package fr.jalon.command.api;

import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.recording.EntryCalls;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The position an author last saw, as {@code If-Match} tells it: {@code "12"}, or an answer's tag, {@code "12.ab34"}.
 */
public final class IfMatch {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:\\.[!#-~]*)?\"");

    private IfMatch() {}

    /** Null where nothing is expected; weak tags and several tags name no one position and are refused. */
    static @Nullable Long position(List<String> headers) {
        return number(headers, ParameterForm.IF_MATCH);
    }

    /** The number in a tag; null where there is none. */
    public static @Nullable Long number(List<String> headers, ParameterForm form) {
        if (headers.isEmpty()) {
            return null;
        }
        Matcher tag = TAG.matcher(headers.getFirst().strip());
        if (headers.size() > 1 || !tag.matches()) {
            throw form.missedBy(EntryCalls.IF_MATCH).asException();
        }
        return Long.valueOf(tag.group(1));
    }
}
