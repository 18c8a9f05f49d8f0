package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Transition;
import fr.jalon.events.timeline.Readings.TooManyReadings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries, and ends of periods, whose windows overlap, so that nobody knows in which order they come. All of it comes
 * after what lies in earlier overlaps, and before what lies in later ones.
 */
final class Overlap {
    /** How many entries may overlap on one day, and in one chain, and still be told in all their readings. */
    private static final int MOST_AT_ONCE = 16;

    private static final int MOST_IN_A_CHAIN = 62;

    private final List<Dated> dated;
    private final LocalDate lastDay;
    private final List<State> in;
    private @Nullable List<State> out;
    private final boolean hasReading;
    private final boolean isTold;
    private final @Nullable Alone alone;

    /** @param dated in the order of their windows */
    Overlap(List<Dated> dated, List<State> in) {
        this.dated = dated;
        this.in = in;
        this.lastDay = dated.stream()
                .map(each -> each.window().latest())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        this.alone = dated.size() == 1 && in.size() == 1
                ? Alone.of(dated.getFirst(), in.getFirst().holding())
                : null;
        Unfolding unfolding = alone == null ? everyReading() : alone;
        this.hasReading = unfolding == null || !unfolding.out().isEmpty();
        this.isTold = unfolding != null && hasReading;
        this.out = unfolding != null && hasReading ? unfolding.out() : null;
    }

    List<Dated> dated() {
        return dated;
    }

    /** The entries that take effect in it, in the order of their windows. */
    List<Transition> entries() {
        return dated.stream().filter(each -> !each.isEnd()).map(Dated::entry).toList();
    }

    LocalDate firstDay() {
        return dated.getFirst().window().earliest();
    }

    LocalDate lastDay() {
        return lastDay;
    }

    /** Where the readings may start that come here. */
    List<State> in() {
        return in;
    }

    /**
     * Where they may go on from, once all of it has happened. Where readings are too many it is found once it is asked
     * for: entry after entry may come before that, and what is found twice at once is the same.
     */
    List<State> out() {
        List<State> found = out;
        if (found == null) {
            found = anything().out();
            out = found;
        }
        return found;
    }

    /** Whether some reading comes through. */
    boolean hasReading() {
        return hasReading;
    }

    /** Whether all its readings are told. */
    boolean isTold() {
        return isTold;
    }

    /**
     * What it tells, to be asked from its end and then from its beginning; all but the smallest is made anew each time.
     */
    Unfolding unfolding() {
        if (alone != null && hasReading) {
            return alone;
        }
        Unfolding unfolding = isTold ? everyReading() : null;
        return unfolding == null ? anything() : unfolding;
    }

    /** How many steps there are, at most, from a set of what has happened to the next. */
    long effort() {
        return dated.size() == 1 ? 0 : dated.size() * (1L << Math.min(mostAtOnce(), MOST_AT_ONCE + 1));
    }

    /** All readings; null where they are too many. */
    private @Nullable Unfolding everyReading() {
        try {
            return mostAtOnce() > MOST_AT_ONCE ? null : new Readings(inRecordedOrder(), lastDay.toEpochDay(), in);
        } catch (TooManyReadings e) {
            return null;
        }
    }

    private Unfolding anything() {
        return new Anything(inRecordedOrder(), lastDay.toEpochDay(), in);
    }

    private List<Transition> inRecordedOrder() {
        return entries().stream()
                .sorted(Comparator.comparingLong(Transition::position))
                .toList();
    }

    /** The most entries whose windows share a day; more than any where they are a chain too long to be told. */
    private int mostAtOnce() {
        List<Transition> entries = entries();
        if (entries.size() > MOST_IN_A_CHAIN) {
            return Integer.MAX_VALUE;
        }
        int most = 0;
        for (Transition entry : entries) {
            LocalDate day = entry.window().earliest();
            most = Math.max(most, (int) entries.stream()
                    .filter(other -> !other.window().earliest().isAfter(day)
                            && !other.window().latest().isBefore(day))
                    .count());
        }
        return most;
    }
}
