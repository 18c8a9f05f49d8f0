package fr.jalon.console.frise;

import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Ranges of days as answers write them: first and last, {@code ..} where open. */
final class WrittenDays {
    private static final String OPEN = "..";

    private WrittenDays() {}

    static @Nullable DayRange orNull(@Nullable String written) {
        return written == null ? null : of(written);
    }

    static DayRange of(String written) {
        int slash = written.indexOf('/');
        String from = written.substring(0, slash);
        String to = written.substring(slash + 1);
        return new DayRange(
                from.equals(OPEN) ? Days.ALWAYS : LocalDate.parse(from),
                to.equals(OPEN) ? Days.NEVER : LocalDate.parse(to).plusDays(1));
    }

    /** The days from one to another, both inclusive, open where null. */
    static DayRange between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new DayRange(first == null ? Days.ALWAYS : first, last == null ? Days.NEVER : last.plusDays(1));
    }
}
