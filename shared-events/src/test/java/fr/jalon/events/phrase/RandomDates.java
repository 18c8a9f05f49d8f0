package fr.jalon.events.phrase;

import java.util.List;
import java.util.Random;

/** Texts that look like dates, more or less. */
final class RandomDates {
    private static final List<String> WORDS = List.of(
            "2022",
            "2023",
            "3",
            "15",
            "31",
            "1er",
            "2e",
            "23",
            "mars",
            "juin",
            "january",
            "sept.",
            "février",
            "T1",
            "S2",
            "Q4",
            "2022-T4",
            "trimestre",
            "semestre",
            "half",
            "de",
            "of",
            "du",
            "le",
            "la",
            "l'",
            "the",
            "en",
            "in",
            "au",
            "à",
            "to",
            "-",
            "/",
            ".",
            "entre",
            "between",
            "et",
            "and",
            "avant",
            "before",
            "après",
            "fin",
            "début",
            "mi-",
            "late",
            "depuis",
            "since",
            "from",
            "à partir de",
            "dès",
            "6 mois",
            "un an",
            "pour",
            "for",
            "été",
            "hiver",
            "dernier",
            "last",
            "this",
            "ago",
            "il y a",
            "hier",
            "today",
            "-1a",
            "+3m",
            "lundi",
            "week 12",
            "26/01/2023",
            "03/04",
            "01/2023",
            "9999",
            "0001",
            "0000",
            "99999",
            "au plus tard",
            "jusqu'à",
            "quinzaine",
            "pendant");

    private static final String SIGNS = "0123456789-/.[]PYMWDTSQ éèû’'\u00a0\u2013\u0301\ud83d";

    private RandomDates() {}

    /** A text in the register's own form, perhaps of no day. */
    static String written(Random random) {
        String point = point(random);
        return switch (random.nextInt(6)) {
            case 0 -> point + "/..";
            case 1 -> point + "/" + point(random);
            case 2 -> point + "/P" + (1 + random.nextInt(30)) + "YMWD".charAt(random.nextInt(4));
            default -> point;
        };
    }

    static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i >= 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(5) == 0 ? "" : " ");
        }
        return text.toString();
    }

    static String characters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }

    private static String point(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "[.." + simple(random) + "]";
            case 1 -> "[" + simple(random) + "..]";
            case 2 -> "[" + simple(random) + ".." + simple(random) + "]";
            default -> simple(random);
        };
    }

    private static String simple(Random random) {
        String year = "%04d".formatted(1 + random.nextInt(9999));
        return switch (random.nextInt(4)) {
            case 0 -> year;
            case 1 -> year + "-%02d".formatted(1 + random.nextInt(12));
            case 2 -> year + "-" + List.of(33, 34, 35, 36, 40, 41).get(random.nextInt(6));
            default -> year + "-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(31));
        };
    }
}
