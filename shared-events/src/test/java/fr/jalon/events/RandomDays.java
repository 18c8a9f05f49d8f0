package fr.jalon.events;

import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import java.time.LocalDate;
import java.util.Random;

/** Dates in every form, of a few years, so that they meet often. */
final class RandomDays {
    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    static final LocalDate LAST = LocalDate.of(2022, 12, 31);

    private final Random random;

    RandomDays(Random random) {
        this.random = random;
    }

    Effective effective() {
        while (true) {
            String text = random.nextInt(4) == 0 ? point() + "/" + end() : point();
            try {
                return Effective.parse(text);
            } catch (MalformedDate e) {
                // It would end before it begins: draw another.
            }
        }
    }

    private String point() {
        return switch (random.nextInt(8)) {
            case 0 -> "[.." + simple() + "]";
            case 1 -> "[" + simple() + "..]";
            case 2 -> "[" + simple() + ".." + simple() + "]";
            default -> simple();
        };
    }

    private String simple() {
        LocalDate day = FIRST.plusDays(random.nextInt(3 * 365));
        int year = day.getYear();
        return switch (random.nextInt(6)) {
            case 0 -> Integer.toString(year);
            case 1 -> year + "-" + (40 + (day.getMonthValue() - 1) / 6);
            case 2 -> year + "-" + (33 + (day.getMonthValue() - 1) / 3);
            case 3 -> day.toString().substring(0, 7);
            default -> day.toString();
        };
    }

    private String end() {
        return switch (random.nextInt(4)) {
            case 0 -> "..";
            case 1 -> "P" + (1 + random.nextInt(12)) + "M";
            default -> point();
        };
    }
}
