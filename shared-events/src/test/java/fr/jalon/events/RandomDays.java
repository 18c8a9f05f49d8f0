package fr.jalon.events;

import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Dates in every form, of a few years or of a few days, so that they meet often. */
public final class RandomDays {
    /** Five days, with the end of a month and a leap day among them: few enough to try every reading. */
    public static final List<LocalDate> FEW =
            LocalDate.of(2020, 2, 27).datesUntil(LocalDate.of(2020, 3, 3)).toList();

    private final Random random;
    private final LocalDate first;
    private final int count;
    private final boolean few;

    private RandomDays(Random random, LocalDate first, LocalDate end, boolean few) {
        this.random = random;
        this.first = first;
        this.count = Math.toIntExact(ChronoUnit.DAYS.between(first, end));
        this.few = few;
    }

    static RandomDays ofThreeYears(Random random) {
        return new RandomDays(random, LocalDate.of(2020, 1, 1), LocalDate.of(2022, 12, 31), false);
    }

    static RandomDays ofFew(Random random) {
        return new RandomDays(random, FEW.getFirst(), FEW.getLast().plusDays(1), true);
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
        LocalDate day = first.plusDays(random.nextInt(count));
        int year = day.getYear();
        return switch (random.nextInt(few ? 24 : 6)) {
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
            case 1 -> "P" + (few ? 1 + random.nextInt(3) + "D" : 1 + random.nextInt(12) + "M");
            default -> point();
        };
    }
}
