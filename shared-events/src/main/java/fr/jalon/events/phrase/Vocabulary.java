package fr.jalon.events.phrase;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words in which days are said, of both languages, without accents. */
final class Vocabulary {
    static final Map<String, Integer> MONTHS = numbered(List.of(
            "janvier january janv jan",
            "fevrier february fevr fev feb",
            "mars march mar",
            "avril april avr apr",
            "mai may",
            "juin june jun",
            "juillet july juill juil jul",
            "aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec"));

    static final Map<String, Integer> ORDINALS = numbered(
            List.of("premier premiere first", "deuxieme second seconde", "troisieme third", "quatrieme fourth"));

    static final Map<String, Integer> NUMBERS = numbered(List.of(
            "un une one a an",
            "deux two",
            "trois three",
            "quatre four",
            "cinq five",
            "six",
            "sept seven",
            "huit eight",
            "neuf nine",
            "dix ten",
            "onze eleven",
            "douze twelve"));

    static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("jour", Unit.DAY),
            Map.entry("jours", Unit.DAY),
            Map.entry("day", Unit.DAY),
            Map.entry("days", Unit.DAY),
            Map.entry("semaine", Unit.WEEK),
            Map.entry("semaines", Unit.WEEK),
            Map.entry("week", Unit.WEEK),
            Map.entry("weeks", Unit.WEEK),
            Map.entry("mois", Unit.MONTH),
            Map.entry("month", Unit.MONTH),
            Map.entry("months", Unit.MONTH),
            Map.entry("trimestre", Unit.QUARTER),
            Map.entry("trimestres", Unit.QUARTER),
            Map.entry("quarter", Unit.QUARTER),
            Map.entry("quarters", Unit.QUARTER),
            Map.entry("semestre", Unit.SEMESTER),
            Map.entry("semestres", Unit.SEMESTER),
            Map.entry("semester", Unit.SEMESTER),
            Map.entry("semesters", Unit.SEMESTER),
            Map.entry("an", Unit.YEAR),
            Map.entry("ans", Unit.YEAR),
            Map.entry("annee", Unit.YEAR),
            Map.entry("annees", Unit.YEAR),
            Map.entry("year", Unit.YEAR),
            Map.entry("years", Unit.YEAR));

    /** The letters after a signed number: {@code -1a}, {@code -30d}. An s might be a week or half a year. */
    static final Map<String, Unit> LETTERS =
            Map.of("j", Unit.DAY, "d", Unit.DAY, "w", Unit.WEEK, "m", Unit.MONTH, "a", Unit.YEAR, "y", Unit.YEAR);

    static final Map<String, Season> SEASONS = Map.of(
            "printemps", Season.SPRING,
            "spring", Season.SPRING,
            "ete", Season.SUMMER,
            "summer", Season.SUMMER,
            "automne", Season.AUTUMN,
            "autumn", Season.AUTUMN,
            "fall", Season.AUTUMN,
            "hiver", Season.WINTER,
            "winter", Season.WINTER);

    static final Map<String, Third> THIRDS = Map.ofEntries(
            Map.entry("debut", Third.BEGINNING),
            Map.entry("early", Third.BEGINNING),
            Map.entry("beginning", Third.BEGINNING),
            Map.entry("start", Third.BEGINNING),
            Map.entry("mi", Third.MIDDLE),
            Map.entry("milieu", Third.MIDDLE),
            Map.entry("mid", Third.MIDDLE),
            Map.entry("middle", Third.MIDDLE),
            Map.entry("fin", Third.END),
            Map.entry("late", Third.END),
            Map.entry("end", Third.END));

    static final Set<String> SUFFIXES =
            Set.of("er", "re", "ere", "e", "eme", "nd", "nde", "de", "st", "rd", "th", "ier", "iere");

    /** Words that stand before a date and change nothing of it. */
    static final Set<String> ARTICLES = Set.of(
            "le", "la", "les", "l", "the", "en", "in", "on", "du", "de", "d", "of", "au", "courant", "cours", "dans",
            "a", "at", "mois", "month", "annee", "an", "year", "tout", "toute", "tres", "very");

    /** The same, but those that may be what is told: « l'an dernier ». */
    static final Set<String> ARTICLES_BUT_UNITS =
            Set.of("le", "la", "l", "the", "en", "in", "on", "au", "du", "de", "d");

    /** Words between a month or a part of a year and its year. */
    static final Set<String> LINKS = Set.of("de", "d", "du", "of", "en", "in", "l", "la", "the", "annee", "an", "year");

    static final List<String> VAGUE = List.of(
            "vers",
            "environ",
            "autour de",
            "aux alentours de",
            "aux environs de",
            "circa",
            "ca",
            "about",
            "around",
            "approximately",
            "recemment",
            "bientot",
            "recently",
            "soon",
            "des que possible",
            "as soon as possible");

    private Vocabulary() {}

    private static Map<String, Integer> numbered(List<String> lines) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            for (String word : lines.get(line).split(" ", -1)) {
                numbers.put(word, line + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> days = new HashMap<>();
        numbered(List.of(
                        "lundi monday",
                        "mardi tuesday",
                        "mercredi wednesday",
                        "jeudi thursday",
                        "vendredi friday",
                        "samedi saturday",
                        "dimanche sunday"))
                .forEach((word, number) -> days.put(word, DayOfWeek.of(number)));
        return Map.copyOf(days);
    }
}
