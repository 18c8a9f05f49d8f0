package fr.jalon.console.frise;

import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which days a drawing shows: those of the address, or all that something is told of. */
record ShownDays(DayRange days, boolean isGiven) {
    static final String FROM = "from";
    static final String TO = "to";

    /** How far from today days are shown that nobody asked for. */
    private static final int YEARS = 20;

    private static final long LEAST = 14;
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** @param told the days that something is told of */
    static ShownDays of(Map<String, String> asked, Collection<DayRange> told, LocalDate asOf, LocalDate today) {
        Optional<LocalDate> from = day(asked.get(FROM));
        Optional<LocalDate> to = day(asked.get(TO));
        if (from.isPresent() && to.isPresent() && from.get().plusDays(LEAST).isBefore(to.get())) {
            return new ShownDays(new DayRange(from.get(), to.get().plusDays(1)), true);
        }
        List<LocalDate> edges = Stream.concat(
                        told.stream().flatMap(range -> Stream.of(range.from(), range.to())), Stream.of(today, asOf))
                .filter(Days::isBounded)
                .filter(day -> !day.isBefore(today.minusYears(YEARS)) && !day.isAfter(today.plusYears(YEARS)))
                .sorted()
                .toList();
        LocalDate first = (edges.isEmpty() ? today : edges.getFirst()).withDayOfYear(1);
        LocalDate last =
                (edges.isEmpty() ? today : edges.getLast()).plusYears(1).withDayOfYear(1);
        return new ShownDays(new DayRange(first, last), false);
    }

    /** The same length of time, moved by so many quarters of it. */
    ShownDays moved(int quarters) {
        long step = length() / 4 * quarters;
        return between(days.from().plusDays(step), days.to().plusDays(step));
    }

    /** So many days, and as many before and after them. */
    static ShownDays closely(DayRange days) {
        LocalDate from = Days.isBounded(days.from()) ? days.from() : FIRST;
        LocalDate to = Days.isBounded(days.to()) ? days.to() : LAST;
        long length = Math.max(LEAST, to.toEpochDay() - from.toEpochDay());
        return between(from.minusDays(length), to.plusDays(length));
    }

    /** Half or twice as much around a day. */
    ShownDays around(LocalDate day, boolean closer) {
        long length = closer ? Math.max(LEAST * 2, length() / 2) : length() * 2;
        LocalDate middle = days.contains(day) ? day : days.from().plusDays(length() / 2);
        LocalDate from = middle.minusDays(length / 2);
        return between(from, from.plusDays(length));
    }

    private static ShownDays between(LocalDate from, LocalDate to) {
        return new ShownDays(new DayRange(from.isBefore(FIRST) ? FIRST : from, Days.earlier(to, LAST)), true);
    }

    private long length() {
        return days.to().toEpochDay() - days.from().toEpochDay();
    }

    LocalDate last() {
        return days.to().minusDays(1);
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(LocalDate::parse)
                    .filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
