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
    /** What one answer may cost for hundreds to be tried, some eight entries in one window; beyond, it rests on all. */
    private static final int MOST_EFFORT = 2_048;

    public static Why of(Timeline timeline, LocalDate day) {
        Outcome answer = Outcome.of(timeline, day);
        if (answer == null || timeline.effort() > MOST_EFFORT) {
            return new Why(timeline.entries(), List.of());
        }
        Timeline least = Grounds.of(timeline, answer, day);
        return new Why(least.entries(), Doubt.of(least, answer, day));
    }
}
