package fr.jalon.console.page;

import fr.jalon.console.client.At;
import fr.jalon.console.say.Words;
import fr.jalon.events.time.Days;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two dates as a page shows them, always in view.
 *
 * @param asOf the day in question
 * @param asOfSaid in words
 * @param isToday whether no day was asked for
 * @param knownAt as asked; null for now
 * @param knownSaid in words; null for now
 * @param presets days that people often ask for
 */
public record TwoDates(
        LocalDate asOf,
        String asOfSaid,
        boolean isToday,
        @Nullable String knownAt,
        @Nullable String knownSaid,
        List<Preset> presets) {
    /**
     * A day by what it is.
     *
     * @param label the name of its words
     * @param day null for today
     */
    public record Preset(String label, @Nullable String day) {}

    static TwoDates of(At at, Words words, InstantSource clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        LocalDate asOf = day(at.asOf()).orElse(today);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
        LocalDate year = today.withDayOfYear(1).minusDays(1);
        return new TwoDates(
                asOf,
                words.day(asOf),
                at.asOf() == null,
                at.knownAt(),
                at.knownAt() == null ? null : known(at.knownAt(), words),
                List.of(
                        new Preset("dates.today", null),
                        new Preset("dates.quarter", quarter.toString()),
                        new Preset("dates.year", year.toString())));
    }

    /** Whether both are in the address, so that it shows the same for ever. */
    public boolean isPinned() {
        return !isToday && knownAt != null;
    }

    /** What was asked for, where it is a day; for the field of a form. */
    public Optional<LocalDate> knownDay() {
        return day(knownAt);
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private static String known(String text, Words words) {
        return day(text).map(words::day).orElseGet(() -> {
            try {
                return words.instant(Instant.parse(text));
            } catch (DateTimeParseException position) {
                return "n° " + text;
            }
        });
    }
}
