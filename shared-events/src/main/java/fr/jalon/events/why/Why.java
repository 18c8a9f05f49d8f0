package fr.jalon.events.why;

import fr.jalon.events.meaning.Transition;
import fr.jalon.events.timeline.Timeline;
import java.time.LocalDate;
import java.util.List;

/**
 * Why a subject is told to be so on a day (<i>pourquoi</i>).
 *
 * @param entries the entries that it rests on, in timeline order: any of them left out, it would be told otherwise
 * @param doubts what leaves it open
 */
public record Why(List<Transition> entries, List<Doubt> doubts) {
    /** What one answer may cost for hundreds to be tried: some eight entries in one window. */
    private static final int MOST_EFFORT = 2_048;

    /** What the answer itself may cost, which takes all readings of the whole tale. */
    private static final int MOST_EFFORT_AT_ALL = 500_000;

    /** Whether it is found in some tenths of a second, be it that not all readings are told. */
    public static boolean canBeFound(Timeline timeline) {
        return timeline.effortOfTold() <= MOST_EFFORT_AT_ALL;
    }

    public static Why of(Timeline timeline, LocalDate day) {
        Outcome answer = Outcome.of(timeline, day);
        if (answer == null) {
            return new Why(timeline.entries(), List.of());
        }
        Timeline near = near(timeline, answer, day);
        if (near.effort() > MOST_EFFORT) {
            return new Why(near.entries(), List.of());
        }
        Timeline least = Grounds.of(near, answer, day);
        return new Why(least.entries(), Doubt.of(least, answer, day));
    }

    /** The last entries up to the day that tell the same of it: of a long tale few are tried one by one. */
    private static Timeline near(Timeline whole, Outcome answer, LocalDate day) {
        List<Transition> begun = whole.entries().stream()
                .filter(entry -> !entry.window().earliest().isAfter(day))
                .toList();
        for (int last = 1; last < begun.size(); last *= 2) {
            Timeline some = Timeline.EMPTY;
            for (Transition entry : begun.subList(begun.size() - last, begun.size())) {
                some = some.with(entry);
            }
            if (answer.equals(Outcome.of(some, day))) {
                return some;
            }
        }
        return whole;
    }
}
