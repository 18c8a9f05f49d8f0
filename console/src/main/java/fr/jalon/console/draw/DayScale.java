package fr.jalon.console.draw;

import fr.jalon.events.language.Language;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days laid out from left to right, in shares of a hundred, so that a drawing has the width of its place.
 *
 * @param days what is shown, bounded at both ends
 */
record DayScale(DayRange days) {
    /** The least share of the width that can be seen and touched. */
    static final double LEAST = 0.4;

    private static final int MOST_TICKS = 9;
    private static final int MOST_MONTHS = 5;
    private static final List<Integer> MONTHS = List.of(1, 3, 6);
    private static final List<Integer> YEARS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);
    private static final long SHORT = 60;

    DayScale {
        if (!Days.isBounded(days.from()) || !Days.isBounded(days.to())) {
            throw new IllegalArgumentException("A scale shows days from a first to a last one, not " + days);
        }
    }

    boolean touches(DayRange range) {
        return range.from().isBefore(days.to()) && days.from().isBefore(range.to());
    }

    boolean goesOnBefore(DayRange range) {
        return range.from().isBefore(days.from());
    }

    boolean goesOnAfter(DayRange range) {
        return range.to().isAfter(days.to());
    }

    /** Where a day begins; days that are not shown are at the nearer end. */
    double share(LocalDate day) {
        if (!day.isAfter(days.from())) {
            return 0;
        }
        return day.isBefore(days.to()) ? 100.0 * between(days.from(), day) / length() : 100;
    }

    /** How wide days are drawn: never too narrow to be seen and touched. */
    double width(DayRange range) {
        return Math.max(share(range.to()) - share(range.from()), LEAST);
    }

    /** Where a day begins in what is drawn of a range, in shares of that. */
    double within(DayRange range, LocalDate day) {
        return day.equals(range.to()) ? 100 : (share(day) - share(range.from())) / width(range) * 100;
    }

    /** Where the words of a value begin: where it is certain, unless that is the lesser part. */
    double words(DayRange possible, @Nullable DayRange certain) {
        if (certain == null || !touches(certain)) {
            return 0;
        }
        double from = within(possible, certain.from());
        return from < within(possible, certain.to()) - from ? from : 0;
    }

    /** The day that has this share of what is shown to its left. */
    LocalDate day(double share) {
        return days.from().plusDays((long) Math.floor(share * length() / 100));
    }

    private long length() {
        return between(days.from(), days.to());
    }

    /** First days of years, or of months or weeks where few are shown. */
    List<Tick> ticks(Language language) {
        long months = ChronoUnit.MONTHS.between(days.from(), days.to());
        if (length() <= SHORT) {
            return weeks(language);
        }
        for (int step : MONTHS) {
            if (months / step <= MOST_MONTHS) {
                return months(step, language);
            }
        }
        long years = ChronoUnit.YEARS.between(days.from(), days.to());
        int step = YEARS.stream()
                .filter(each -> years / each < MOST_TICKS)
                .findFirst()
                .orElse(YEARS.getLast());
        return years(step);
    }

    private List<Tick> weeks(Language language) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(14)) {
            ticks.add(new Tick(day, day.getDayOfMonth() + " " + month(day, language)));
        }
        return ticks;
    }

    private List<Tick> months(int step, Language language) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate first = days.from().withDayOfMonth(1);
        for (LocalDate day = first; day.isBefore(days.to()); day = day.plusMonths(1)) {
            if ((day.getMonthValue() - 1) % step == 0 && !day.isBefore(days.from())) {
                ticks.add(new Tick(day, month(day, language) + " " + day.getYear()));
            }
        }
        return ticks;
    }

    private List<Tick> years(int step) {
        List<Tick> ticks = new ArrayList<>();
        int last = days.to().minusDays(1).getYear();
        for (int year = Math.floorDiv(days.from().getYear(), step) * step; year <= last; year += step) {
            LocalDate day = LocalDate.of(year, 1, 1);
            if (!day.isBefore(days.from())) {
                ticks.add(new Tick(day, Integer.toString(year)));
            }
        }
        return ticks;
    }

    private static String month(LocalDate day, Language language) {
        return day.getMonth().getDisplayName(TextStyle.SHORT, language.locale());
    }

    private static long between(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** A share as SVG has it, to a thousandth. */
    static String percent(double share) {
        long thousandths = Math.round(share * 1000);
        StringBuilder text = new StringBuilder(8).append(thousandths / 1000);
        long rest = thousandths % 1000;
        if (rest != 0) {
            text.append('.')
                    .append(rest < 100 ? "0" : "")
                    .append(rest < 10 ? "0" : "")
                    .append(rest);
        }
        return text.append('%').toString();
    }
}
