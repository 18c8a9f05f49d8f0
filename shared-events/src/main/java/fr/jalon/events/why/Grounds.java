package fr.jalon.events.why;

import fr.jalon.events.meaning.Transition;
import fr.jalon.events.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The entries of a subject that an answer rests on (<i>motifs</i>): with each of them it is what it is, without any of
 * them it would be another, or none. They are what is left once all others are taken away, as many at once as goes.
 */
final class Grounds {
    private final Outcome answer;
    private final LocalDate day;
    private Timeline least;
    private List<Transition> left;

    private Grounds(Timeline whole, Outcome answer, LocalDate day) {
        this.answer = answer;
        this.day = day;
        this.least = whole;
        this.left = whole.entries().stream().sorted(leastTellingFirst(day)).toList();
    }

    /** The timeline of these entries alone. */
    static Timeline of(Timeline whole, Outcome answer, LocalDate day) {
        Grounds grounds = new Grounds(whole, answer, day);
        for (int size = grounds.left.size() / 2; size > 1; size /= 2) {
            // The last entry goes by itself or not at all: what it ended, without it, would be as if it had never been.
            grounds.drop(size, grounds.left.size() - 1);
        }
        int before;
        do {
            before = grounds.left.size();
            grounds.drop(1, before);
        } while (grounds.left.size() < before);
        return grounds.least;
    }

    /** What surely comes after the day is tried first, then the oldest: of two that tell the same the later stays. */
    private static Comparator<Transition> leastTellingFirst(LocalDate day) {
        return Comparator.comparing(
                        (Transition entry) -> !entry.window().earliest().isAfter(day))
                .thenComparing(Transition.ORDER);
    }

    private void drop(int size, int before) {
        int end = before;
        for (int from = 0; from + size <= end; ) {
            List<Transition> some = left.subList(from, from + size);
            Timeline without = least;
            for (Transition entry : some) {
                without = without.without(entry);
            }
            if (answer.equals(Outcome.of(without, day))) {
                List<Transition> rest = new ArrayList<>(left);
                rest.subList(from, from + size).clear();
                left = rest;
                least = without;
                end -= size;
            } else {
                from += size;
            }
        }
    }
}
