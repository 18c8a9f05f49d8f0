package fr.jalon.events.phrase;

import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole phrase: a point, one unknown day of a range (« avant », « après », « entre »), or a period (« de … à …
 * », « depuis », « 6 mois à partir de »).
 */
final class PhraseReader {
    private static final List<String> BEFORE = List.of("avant", "before", "prior to", "anterieur a");
    private static final List<String> AFTER = List.of("apres", "after", "posterieur a");
    private static final List<String> NO_LATER =
            List.of("au plus tard", "at the latest", "no later than", "not later than", "on or before", "by", "d ici");
    private static final List<String> NO_EARLIER = List.of(
            "au plus tot",
            "at the earliest",
            "no earlier than",
            "not earlier than",
            "not before",
            "pas avant",
            "on or after");
    private static final List<String> OR_BEFORE =
            List.of("au plus tard", "at the latest", "ou avant", "or before", "or earlier");
    private static final List<String> OR_AFTER =
            List.of("au plus tot", "at the earliest", "ou apres", "or after", "or later");
    private static final List<String> ONWARDS = List.of("onwards", "onward", "on", "et apres", "and after");
    private static final List<String> SINCE = List.of(
            "depuis",
            "since",
            "a partir",
            "a compter",
            "a dater",
            "des",
            "starting from",
            "starting",
            "from",
            "as from",
            "as of");
    private static final List<String> UNTIL = List.of("jusqu a", "jusqu au", "jusqu en", "until", "till", "up to");
    private static final List<String> TO =
            List.of("jusqu a", "jusqu au", "jusqu en", "au", "aux", "a", "to", "until", "till", "through", "-", "/");
    private static final List<String> FOR = List.of("pendant", "durant", "pour", "for", "during");

    private final PhraseCursor cursor;
    private final DateReader asked;
    private final PointReader points;

    PhraseReader(PhraseCursor cursor, DateReader asked) {
        this.cursor = cursor;
        this.asked = asked;
        this.points = new PointReader(cursor, asked);
    }

    Effective effective() {
        if (cursor.anyOf(Vocabulary.VAGUE)) {
            throw new NotADate(DateRefusal.VAGUE);
        }
        List<Supplier<@Nullable Effective>> forms = List.of(
                this::alone, this::between, this::bounded, this::lasting, this::since, this::unclear, this::fromTo);
        for (Supplier<@Nullable Effective> form : forms) {
            Effective read = cursor.attempt(form);
            if (read != null && cursor.isAtEnd()) {
                return read;
            }
            if (read != null) {
                break;
            }
        }
        throw new NotADate(DateRefusal.UNREADABLE);
    }

    private @Nullable Effective alone() {
        Spoken said = points.point();
        return said == null || !cursor.isAtEnd() ? null : point(said);
    }

    private @Nullable Effective between() {
        if (!cursor.words("entre") && !cursor.words("between")) {
            return null;
        }
        Spoken one = points.point();
        boolean goesOn = one != null && cursor.anyOf(List.of("et", "and", "a", "au", "to", "-"));
        Spoken other = goesOn ? points.point() : null;
        if (one == null || other == null) {
            return null;
        }
        Point from = point(one, other);
        Point to = point(other, one);
        Point window = DateReader.within(from.window().earliest(), to.window().latest());
        boolean areWindows = from.text().startsWith("[") || to.text().startsWith("[");
        return areWindows ? window : Point.parse("[" + from.text() + ".." + to.text() + "]");
    }

    private @Nullable Effective bounded() {
        if (cursor.anyOf(NO_LATER)) {
            Spoken said = points.point();
            return said == null ? null : until(point(said).window());
        }
        if (cursor.anyOf(NO_EARLIER)) {
            Spoken said = points.point();
            return said == null ? null : from(point(said).window());
        }
        if (cursor.anyOf(BEFORE)) {
            Spoken said = points.point();
            return said == null ? null : before(said);
        }
        Spoken said = cursor.anyOf(AFTER) ? points.point() : null;
        return said == null ? null : after(said);
    }

    /** « avant fin 2022 » is by its end; where else within a third « avant » stops, nobody says. */
    private Point before(Spoken said) {
        Window days = point(said).window();
        return switch (said) {
            case Spoken.OfThird(Third third, Spoken _) when third == Third.END -> until(days);
            case Spoken.OfThird _ -> throw new NotADate(DateRefusal.VAGUE);
            case Spoken _ -> DateReader.within(Days.ALWAYS, Days.dayBefore(days.earliest()));
        };
    }

    private Point after(Spoken said) {
        if (said instanceof Spoken.OfThird) {
            throw new NotADate(DateRefusal.VAGUE);
        }
        return DateReader.within(Days.dayAfter(point(said).window().latest()), Days.NEVER);
    }

    /** « 6 mois à partir de janvier 2025 ». */
    private @Nullable Effective lasting() {
        cursor.anyOf(FOR);
        Unit.Length length = Unit.Length.at(cursor);
        Spoken start = length != null && cursor.anyOf(SINCE) ? points.point() : null;
        return length == null || start == null ? null : DateReader.period(point(start), length.text());
    }

    private @Nullable Effective since() {
        if (!cursor.anyOf(SINCE)) {
            return null;
        }
        Unit.Length length = cursor.attempt(() -> {
            Unit.Length said = Unit.Length.at(cursor);
            return cursor.isAtEnd() ? said : null;
        });
        if (length != null) {
            return DateReader.period(
                    RelativeReader.around(length.unit(), length.unit().after(asked.dayItIsSaid(), -length.count())),
                    "..");
        }
        Spoken start = points.point();
        if (start == null) {
            return null;
        }
        Effective ended = cursor.attempt(() -> ended(start));
        if (ended == null) {
            cursor.anyOf(ONWARDS);
        }
        return ended == null ? DateReader.period(point(start), "..") : ended;
    }

    /** « jusqu'en 2023 » and « pendant 2023 », of which either reading is usual. */
    private @Nullable Effective unclear() {
        boolean isUntil = cursor.anyOf(UNTIL);
        Spoken said = isUntil || cursor.anyOf(FOR) ? points.point() : null;
        if (said == null) {
            return null;
        }
        Point point = point(said);
        Window days = point.window();
        throw isUntil
                ? new NotADate(DateRefusal.AMBIGUOUS, until(days), DateReader.period(until(days), point.text()))
                : new NotADate(
                        DateRefusal.AMBIGUOUS,
                        point,
                        DateReader.period(
                                Point.day(days.earliest()), days.latest().toString()));
    }

    private @Nullable Effective fromTo() {
        Spoken start = points.point();
        if (start == null) {
            return null;
        }
        if (cursor.anyOf(OR_BEFORE)) {
            return until(point(start).window());
        }
        if (cursor.anyOf(OR_AFTER)) {
            return from(point(start).window());
        }
        return cursor.anyOf(ONWARDS) ? DateReader.period(point(start), "..") : ended(start);
    }

    /** The rest of a period that begins so. */
    private @Nullable Effective ended(Spoken start) {
        if (cursor.anyOf(TO)) {
            Spoken last = points.point();
            return last == null || !cursor.isAtEnd()
                    ? null
                    : DateReader.period(point(start, last), point(last, start).text());
        }
        Unit.Length length = cursor.anyOf(FOR) ? Unit.Length.at(cursor) : null;
        return length == null ? null : DateReader.period(point(start), length.text());
    }

    private Point point(Spoken said) {
        return said.in(asked.usualYear(), null);
    }

    /** A point that takes the month and the year it lacks from another one beside it. */
    private Point point(Spoken said, Spoken beside) {
        return said.in(beside.year() == null ? asked.usualYear() : beside.year(), beside.month());
    }

    private static Point until(Window days) {
        return DateReader.within(Days.ALWAYS, days.latest());
    }

    private static Point from(Window days) {
        return DateReader.within(days.earliest(), Days.NEVER);
    }
}
