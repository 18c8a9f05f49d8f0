package fr.jalon.events.readings;

import fr.jalon.events.readings.Said.End;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The days on which readings are tried: all that may make a difference.
 *
 * <p>Cut the line of days wherever a window begins or ends and around each day asked about. Between two neighbouring
 * cuts every window has all days or none, and nothing in the specification of a reading asks more of two days than
 * which comes first, or whether they are one (a meeting is over on the next day, which is the next day kept). So a
 * reading that uses n days there tells the same as the one that uses the first n days there, and n is at most the
 * number of windows that lie over them: as many days are enough, and before the first and after the last cut too, where
 * days have no end. The test of this class tries every day as well, and compares.
 */
record Calendar(List<LocalDate> days) {
    static Calendar of(List<Said> said, Collection<LocalDate> asked) {
        List<Window> windows = new ArrayList<>();
        TreeSet<LocalDate> cuts = new TreeSet<>();
        for (Said each : said) {
            windows.add(each.on());
            switch (each.end()) {
                case End.Unsaid ignored -> {}
                case End.Open ignored -> {}
                case End.Over(Window window) -> windows.add(window);
                case End.NextDay ignored ->
                    windows.add(new Window(
                            Days.dayAfter(each.on().earliest()),
                            Days.dayAfter(each.on().latest())));
            }
        }
        asked.forEach(day -> windows.add(Window.day(day)));
        for (Window window : windows) {
            if (Days.isBounded(window.earliest())) {
                cuts.add(window.earliest());
            }
            if (Days.isBounded(window.latest())) {
                cuts.add(window.latest().plusDays(1));
            }
        }
        if (cuts.isEmpty()) {
            cuts.add(LocalDate.EPOCH);
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        LocalDate first = cuts.first();
        long before = over(windows, first.minusDays(1));
        for (long i = 1; i <= before; i++) {
            days.add(first.minusDays(i));
        }
        for (LocalDate cut : cuts) {
            LocalDate next = cuts.higher(cut);
            long needed = over(windows, cut);
            for (LocalDate day = cut; needed > 0 && (next == null || day.isBefore(next)); day = day.plusDays(1)) {
                days.add(day);
                needed--;
            }
        }
        return new Calendar(List.copyOf(days));
    }

    private static long over(List<Window> windows, LocalDate day) {
        return windows.stream().filter(window -> holds(window, day)).count();
    }

    static boolean holds(Window window, LocalDate day) {
        return !day.isBefore(window.earliest()) && !day.isAfter(window.latest());
    }
}
