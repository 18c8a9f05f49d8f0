package fr.jalon.query.asked;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.events.time.Days;
import fr.jalon.web.problem.ParameterForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two axes of time as a request names them. Days are days in Paris, where the programmes are run; what is left out
 * means today, and all that is recorded.
 */
public final class Axes {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final InstantSource clock;

    public Axes(InstantSource clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A day, or today. */
    public AsOf asOf(String name, @Nullable String given) {
        return new AsOf(given == null ? LocalDate.ofInstant(clock.instant(), Days.ZONE) : day(name, given));
    }

    /** An instant with its offset, the end of a day, a position of the register, or its end. */
    public RegisterPlace place(String name, @Nullable String given) {
        if (given == null) {
            return new RegisterPlace.End();
        }
        return POSITION.matcher(given).matches()
                ? new RegisterPlace.Through(Long.parseLong(given))
                : knownAt(name, given, ParameterForm.PLACE);
    }

    /** The same where several registers are read, which share no positions. */
    public KnownAt knownAt(String name, String given) {
        return knownAt(name, given, ParameterForm.INSTANT);
    }

    private static KnownAt knownAt(String name, String given, ParameterForm form) {
        return new KnownAt(
                DAY.matcher(given).matches()
                        ? endOf(day(name, given)).minus(1, ChronoUnit.MICROS)
                        : instant(name, given, form));
    }

    /** The first instant of a day; null where none is given. */
    @Nullable
    public Instant from(String name, @Nullable String given) {
        return given == null ? null : day(name, given).atStartOfDay(Days.ZONE).toInstant();
    }

    /** The first instant after a day; null where none is given. */
    @Nullable
    public Instant to(String name, @Nullable String given) {
        return given == null ? null : endOf(day(name, given));
    }

    /** A position that the read models must have reached; 0 where none is given. */
    public long position(String name, @Nullable String given) {
        if (given == null) {
            return 0;
        }
        if (!POSITION.matcher(given).matches()) {
            throw ParameterForm.POSITION.missedBy(name).asException();
        }
        return Long.parseLong(given);
    }

    private static LocalDate day(String name, String given) {
        try {
            if (DAY.matcher(given).matches() && !given.startsWith("0000")) {
                return LocalDate.parse(given);
            }
        } catch (DateTimeException e) {
            // No day of the calendar.
        }
        throw ParameterForm.DAY.missedBy(name).asException();
    }

    /** Recorded time has microseconds: what is finer is cut, never rounded up to an entry that came later. */
    private static Instant instant(String name, String given, ParameterForm form) {
        try {
            if (INSTANT.matcher(given).matches() && !given.startsWith("0000")) {
                return OffsetDateTime.parse(given).toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException e) {
            // No instant of the calendar.
        }
        throw form.missedBy(name).asException();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Days.ZONE).toInstant();
    }
}
