package fr.jalon.events.phrase;

import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads days that are told from today: « hier », « l'an dernier », "3 months ago", -6m. */
final class RelativeReader {
    private static final Map<String, Integer> DAYS = days();
    private static final List<String> BEFORE =
            List.of("dernier", "derniere", "passe", "passee", "precedent", "precedente");
    private static final List<String> AFTER = List.of("prochain", "prochaine", "suivant", "suivante");
    private static final List<String> THIS = List.of("ce", "cet", "cette", "this");

    private final PhraseCursor cursor;
    private final DateReader asked;

    RelativeReader(PhraseCursor cursor, DateReader asked) {
        this.cursor = cursor;
        this.asked = asked;
    }

    @Nullable
    Spoken point() {
        for (Map.Entry<String, Integer> day : DAYS.entrySet()) {
            if (cursor.words(day.getKey())) {
                return known(Unit.DAY.around(asked.dayItIsSaid().plusDays(day.getValue())));
            }
        }
        Spoken counted = cursor.attempt(this::counted);
        return counted == null ? cursor.attempt(this::turned) : counted;
    }

    /** So many units before or after today. */
    private @Nullable Spoken counted() {
        boolean isAgo = cursor.words("il y a");
        boolean isAhead = !isAgo && (cursor.words("dans") || cursor.words("in"));
        Spoken signed = isAgo || isAhead ? null : cursor.attempt(this::signed);
        if (signed != null) {
            return signed;
        }
        Unit.Length length = Unit.Length.at(cursor);
        if (length == null || !(isAgo || isAhead || cursor.words("ago"))) {
            return null;
        }
        return away(length.unit(), isAhead ? length.count() : -length.count(), asked.wanted() == Wanted.DAY);
    }

    /** -1a, +30j: that very day. */
    private @Nullable Spoken signed() {
        boolean isBefore = cursor.sign('-');
        if (!isBefore && !cursor.sign('+')) {
            return null;
        }
        Integer count = cursor.number(1, 4);
        Unit letter = count == null ? null : cursor.meaning(Vocabulary.LETTERS);
        Unit unit = count == null || letter != null ? letter : cursor.meaning(Vocabulary.UNITS);
        return count == null || unit == null ? null : away(unit, isBefore ? -count : count, true);
    }

    /** A question counts to the day; of what took place « il y a 2 ans » nobody knows more than the year. */
    private Spoken away(Unit unit, int count, boolean toTheDay) {
        LocalDate day = unit.after(asked.dayItIsSaid(), count);
        DateReader.within(day, day);
        return known(toTheDay ? Unit.DAY : unit, day);
    }

    /** The unit, season, month or weekday before this one, this one, or the next. */
    private @Nullable Spoken turned() {
        Integer turn = cursor.anyOf(THIS)
                ? Integer.valueOf(0)
                : cursor.words("last") || cursor.words("previous")
                        ? Integer.valueOf(-1)
                        : cursor.words("next") ? Integer.valueOf(1) : null;
        if (turn == null) {
            cursor.skip(Vocabulary.ARTICLES_BUT_UNITS);
        }
        Unit unit = cursor.meaning(Vocabulary.UNITS);
        Season season = cursor.meaning(Vocabulary.SEASONS);
        Integer month = cursor.meaning(Vocabulary.MONTHS);
        DayOfWeek weekday = cursor.meaning(Vocabulary.WEEKDAYS);
        Integer known = turn == null ? turnAfter() : turn;
        if (known == null) {
            return null;
        }
        if (turn != null && turn == 0) {
            cursor.words("- ci");
        }
        if (unit != null) {
            return ofUnit(unit, known);
        }
        if (season != null) {
            return ofSeason(season, known);
        }
        return month != null ? ofMonth(month, known) : weekday != null ? ofWeekday(weekday, known) : null;
    }

    private @Nullable Integer turnAfter() {
        if (cursor.anyOf(BEFORE)) {
            return -1;
        }
        return cursor.anyOf(AFTER) ? Integer.valueOf(1) : cursor.words("en cours") ? Integer.valueOf(0) : null;
    }

    private Spoken ofUnit(Unit unit, int turn) {
        LocalDate first = unit.around(asked.dayItIsSaid()).earliest();
        return known(unit, unit.after(first, turn));
    }

    private Spoken ofSeason(Season season, int turn) {
        LocalDate today = asked.dayItIsSaid();
        return switch (turn) {
            case 0 -> new Spoken.OfSeason(season, today.getYear());
            case 1 -> {
                Window days = season.beginningIn(today.getYear());
                yield known(days.earliest().isAfter(today) ? days : season.beginningIn(today.getYear() + 1));
            }
            default -> {
                Window days = season.beginningIn(today.getYear());
                for (int back = 1; !days.latest().isBefore(today); back++) {
                    days = season.beginningIn(today.getYear() - back);
                }
                yield known(days);
            }
        };
    }

    private Spoken ofMonth(int month, int turn) {
        LocalDate today = asked.dayItIsSaid();
        int difference = Integer.compare(month, today.getMonthValue());
        boolean isAnotherYear = turn != 0 && difference != turn;
        return known(Unit.MONTH, LocalDate.of(today.getYear() + (isAnotherYear ? turn : 0), month, 1));
    }

    private Spoken ofWeekday(DayOfWeek weekday, int turn) {
        LocalDate today = asked.dayItIsSaid();
        return known(
                Unit.DAY,
                switch (turn) {
                    case 0 -> Unit.WEEK.around(today).earliest().with(TemporalAdjusters.nextOrSame(weekday));
                    case 1 -> today.with(TemporalAdjusters.next(weekday));
                    default -> today.with(TemporalAdjusters.previous(weekday));
                });
    }

    private static Spoken known(Window days) {
        return new Spoken.Known(DateReader.within(days.earliest(), days.latest()));
    }

    private static Spoken known(Unit unit, LocalDate day) {
        return new Spoken.Known(around(unit, day));
    }

    /** The unit that a day lies in, as the register writes it. */
    static Point around(Unit unit, LocalDate day) {
        int month = day.getMonthValue();
        return switch (unit) {
            case DAY -> DateReader.within(day, day);
            case WEEK -> {
                Window days = unit.around(day);
                yield DateReader.within(days.earliest(), days.latest());
            }
            case MONTH -> Spoken.part(day.getYear(), 1, month);
            case QUARTER -> Spoken.part(day.getYear(), 3, (month + 2) / 3);
            case SEMESTER -> Spoken.part(day.getYear(), 6, (month + 5) / 6);
            case YEAR -> Spoken.part(day.getYear(), 12, 1);
        };
    }

    /** Longer phrases before those that they begin with. */
    private static Map<String, Integer> days() {
        Map<String, Integer> days = new LinkedHashMap<>();
        for (String said : List.of("avant - hier", "avant hier", "the day before yesterday", "day before yesterday")) {
            days.put(said, -2);
        }
        for (String said : List.of("apres - demain", "apres demain", "the day after tomorrow", "day after tomorrow")) {
            days.put(said, 2);
        }
        days.put("hier", -1);
        days.put("yesterday", -1);
        days.put("aujourd hui", 0);
        days.put("ce jour", 0);
        days.put("today", 0);
        days.put("demain", 1);
        days.put("tomorrow", 1);
        return days;
    }
}
