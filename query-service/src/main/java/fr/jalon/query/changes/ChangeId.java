package fr.jalon.query.changes;

import fr.jalon.readmodel.question.Changes.Change;
import fr.jalon.web.problem.ParameterForm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a reader of the changes has read: {@code 57.1f3a9c0d12ab34cd}, or {@code 57} alone.
 *
 * @param index the place of the last entry told in the log of all registers; 0 before the first
 * @param mark what the entry there was, so that a log that was put back is not taken for the one that went on; null
 *     where the reader does not say
 */
record ChangeId(long index, @Nullable String mark) {
    static final ChangeId NONE = new ChangeId(0, null);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:\\.([0-9a-f]{16}))?");

    static ChangeId of(Change change) {
        return new ChangeId(change.index(), change.mark());
    }

    /** The id that a reader gives by this parameter or header. */
    static ChangeId read(String name, String given) {
        Matcher parts = FORM.matcher(given);
        if (!parts.matches()) {
            throw ParameterForm.CHANGE_ID.missedBy(name).asException();
        }
        return new ChangeId(Long.parseLong(parts.group(1)), parts.group(2));
    }

    /** Whether it may be the id of this change. */
    boolean isOf(Change change) {
        return index == change.index() && (mark == null || mark.equals(change.mark()));
    }

    @Override
    public String toString() {
        return mark == null ? Long.toString(index) : index + "." + mark;
    }
}
