package fr.jalon.events.why;

import fr.jalon.events.meaning.End;
import fr.jalon.events.meaning.Transition;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
import fr.jalon.events.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day that nobody knows, and on which an answer depends (<i>doute</i>): whoever finds it out knows more.
 *
 * @param entry the entry that tells it
 * @param isEnd whether it is the first day after that entry's period, and not the day on which the entry takes effect
 * @param days the days that it may be
 * @param cases what is so where it is one of these or of those, in the order of days: not the same in all
 */
public record Doubt(Transition entry, boolean isEnd, Window days, List<Case> cases) {
    /** What is so if the day is one of these. */
    public record Case(Window days, Outcome outcome) {}

    /** The doubts of what these entries tell of a day. */
    static List<Doubt> of(Timeline entries, Outcome answer, LocalDate day) {
        List<Doubt> doubts = new ArrayList<>();
        for (Transition entry : entries.entries()) {
            for (boolean isEnd : List.of(false, true)) {
                Window days = days(entry, isEnd);
                if (days != null && !days.earliest().equals(days.latest())) {
                    List<Case> cases = cases(entries, answer, day, entry, isEnd);
                    if (cases.stream().map(Case::outcome).distinct().count() > 1) {
                        doubts.add(new Doubt(entry, isEnd, days, cases));
                    }
                }
            }
        }
        return doubts;
    }

    /** The end of a period comes after its beginning, whatever their windows. */
    private static @Nullable Window days(Transition entry, boolean isEnd) {
        Window begins = entry.window();
        if (!isEnd) {
            return new Window(begins.earliest(), LocalDate.ofEpochDay(entry.lastDay()));
        }
        End end = entry.end();
        if (end == null || end.isNextDay()) {
            return null;
        }
        LocalDate first = Days.dayAfter(begins.earliest());
        LocalDate earliest = end.over().earliest();
        return new Window(
                earliest.isBefore(first) ? first : earliest, end.over().latest());
    }

    private static List<Case> cases(Timeline entries, Outcome answer, LocalDate day, Transition entry, boolean isEnd) {
        Window days = Objects.requireNonNull(days(entry, isEnd));
        Timeline others = entries.without(entry);
        List<Case> cases = new ArrayList<>();
        LocalDate from = days.earliest();
        for (LocalDate next : divisions(entries, day, days)) {
            Window part = new Window(from, Days.dayBefore(next));
            Transition known = isEnd ? entry.overOn(part) : entry.on(part);
            Outcome outcome = Outcome.of(others.with(known), day);
            // Readings that leave more gaps than the best do not count: they would tell what the answer does not.
            if (outcome != null && outcome.isWithin(answer)) {
                add(new Case(part, outcome), cases);
            }
            from = next;
        }
        return cases;
    }

    private static void add(Case next, List<Case> cases) {
        Case before = cases.isEmpty() ? null : cases.getLast();
        boolean isSame = before != null
                && before.outcome.equals(next.outcome)
                && Days.dayAfter(before.days.latest()).equals(next.days.earliest());
        if (before != null && isSame) {
            cases.removeLast();
            cases.add(new Case(new Window(before.days.earliest(), next.days.latest()), next.outcome));
        } else {
            cases.add(next);
        }
    }

    /** The first day of each part that may matter but the first, and the day after all of them. */
    private static NavigableSet<LocalDate> divisions(Timeline entries, LocalDate day, Window days) {
        NavigableSet<LocalDate> divisions = new TreeSet<>();
        divisions.add(day.plusDays(1));
        divisions.add(Days.dayAfter(days.earliest()));
        divisions.add(days.latest());
        for (Transition entry : entries.entries()) {
            Stream.of(days(entry, false), days(entry, true))
                    .filter(Objects::nonNull)
                    .forEach(window -> {
                        divisions.add(window.earliest());
                        divisions.add(Days.dayAfter(window.latest()));
                    });
        }
        divisions.removeIf(
                each -> !Days.isBounded(each) || !each.isAfter(days.earliest()) || each.isAfter(days.latest()));
        divisions.add(Days.dayAfter(days.latest()));
        return divisions;
    }
}
