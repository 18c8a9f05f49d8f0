package fr.jalon.events.phrase;

import fr.jalon.events.language.Language;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date as people say it, or refuses it with the forms wanted; what the register writes itself is read as it is.
 *
 * @param wanted what kind of date the place holds
 * @param language the reader's
 * @param today what « hier » and a day without a year are relative to; null where nothing is
 */
public record DateReader(
        Wanted wanted, Language language, @Nullable LocalDate today) {
    private static final int LONGEST = 120;

    /** The date that a phrase says; for a day wanted, the window in which the caller takes its first or last. */
    public DateReading read(String phrase) {
        try {
            return new DateReading.Read(phrase.strip(), fitting(effective(phrase)));
        } catch (NotADate refused) {
            return new DateReading.Refused(phrase.strip(), refused.why(), wanted, refused.choices());
        }
    }

    private Effective effective(String phrase) {
        if (phrase.length() > LONGEST) {
            throw new NotADate(DateRefusal.TOO_LONG);
        }
        String plain = Token.plain(phrase);
        try {
            return Effective.parse(plain);
        } catch (MalformedDate saidOtherwise) {
            return new PhraseReader(new PhraseCursor(Token.of(plain)), this).effective();
        }
    }

    private Effective fitting(Effective effective) {
        return switch (effective) {
            case Point point
            when wanted == Wanted.DAY && !isBounded(point.window()) -> throw new NotADate(DateRefusal.NOT_ONE_DAY);
            case Point point -> point;
            case Period period when wanted == Wanted.EFFECTIVE -> period;
            case Period _ -> throw new NotADate(DateRefusal.PERIOD);
        };
    }

    private static boolean isBounded(Window window) {
        return Days.isBounded(window.earliest()) && Days.isBounded(window.latest());
    }

    /** The day that a relative phrase counts from. */
    LocalDate dayItIsSaid() {
        if (today == null) {
            throw new NotADate(DateRefusal.RELATIVE);
        }
        return today;
    }

    /** The year of a day said without one. */
    @Nullable
    Integer usualYear() {
        return today == null ? null : today.getYear();
    }

    /** A day said with two numbers of which either may be the month. */
    NotADate ambiguous(int year, int one, int other) {
        return new NotADate(
                DateRefusal.AMBIGUOUS,
                Point.day(LocalDate.of(year, other, one)),
                Point.day(LocalDate.of(year, one, other)));
    }

    /** A period from its parts as the register writes them. */
    static Effective period(Point start, String end) {
        try {
            return Effective.parse(start.text() + "/" + end);
        } catch (MalformedDate e) {
            throw new NotADate(DateRefusal.OUT_OF_ORDER);
        }
    }

    /** The point of these days, which lie within the years that the register writes. */
    static Point within(LocalDate earliest, LocalDate latest) {
        boolean isOutside = List.of(earliest, latest).stream()
                .anyMatch(day -> Days.isBounded(day) && (day.getYear() < 1 || day.getYear() > 9999));
        if (isOutside || latest.isBefore(earliest)) {
            throw new NotADate(DateRefusal.OUT_OF_ORDER);
        }
        return Point.within(new Window(earliest, latest));
    }
}
