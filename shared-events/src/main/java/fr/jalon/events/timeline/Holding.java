package fr.jalon.events.timeline;

import fr.jalon.events.entry.FundingEntry.FundingAmountChanged;
import fr.jalon.events.meaning.End;
import fr.jalon.events.meaning.Transition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reading holds of a subject at a moment.
 *
 * @param value the value held, or the one that lapsed; null for none
 * @param lapsed whether a period has ended the value; it may still be changed, and goes on then from what it was
 * @param end when the value held will be over; null where no end is known
 */
record Holding(
        @Nullable Map<String, Object> value,
        boolean lapsed,
        @Nullable End end) {
    static final Holding NOTHING = new Holding(null, false, null);

    /** The value that the subject has now; null for none. */
    @Nullable
    Map<String, Object> held() {
        return lapsed ? null : value;
    }

    /** What is held once the entry has taken effect; null where it finds nothing that it could change or end. */
    @Nullable
    Holding after(Transition entry) {
        return switch (entry.effect()) {
            case BEGINS, STATES -> confirmed(entry) ? withEnd(confirmedEnd(entry)) : begun(entry);
            case CHANGES -> value == null ? null : changed(value, entry);
            case ENDS -> value == null || findsAnother(value, entry) ? null : NOTHING;
        };
    }

    /** What is held once the end that is known has come. */
    Holding over() {
        return new Holding(value, true, null);
    }

    /** Whether the entry begins or states again, changes or ends what a period had already ended. */
    boolean leavesGap(Transition entry) {
        return lapsed
                && switch (entry.effect()) {
                    case BEGINS, STATES -> entry.attributes().equals(value);
                    case CHANGES, ENDS -> true;
                };
    }

    /** Whether the entry says no more than that the value held is still held. */
    boolean confirmed(Transition entry) {
        return entry.attributes().equals(held());
    }

    private Holding begun(Transition entry) {
        return new Holding(entry.attributes(), false, begunEnd(entry.end()));
    }

    /** What holds for a day only comes on a day on which what was held before had not ended. */
    private @Nullable End begunEnd(@Nullable End own) {
        return own == null || end == null || !own.isNextDay() ? own : own.notAfter(end);
    }

    /** A confirmation by a period may only put the end off; where no end is known, there is none to put off. */
    private @Nullable End confirmedEnd(Transition entry) {
        if (entry.takesEndAway() || end == null) {
            return null;
        }
        return entry.end() == null ? end : end.later(entry.end());
    }

    private Holding changed(Map<String, Object> ground, Transition change) {
        Map<String, Object> changed = new LinkedHashMap<>(ground);
        if (change.entry() instanceof FundingAmountChanged) {
            changed.remove("amount");
        }
        changed.putAll(change.attributes());
        End carried = change.takesEndAway() ? null : end;
        return new Holding(Collections.unmodifiableMap(changed), false, change.end() == null ? carried : change.end());
    }

    private Holding withEnd(@Nullable End other) {
        return Objects.equals(other, end) ? this : new Holding(value, lapsed, other);
    }

    private static boolean findsAnother(Map<String, Object> value, Transition ending) {
        return ending.finds() != null && !ending.finds().equals(value.get("person"));
    }
}
