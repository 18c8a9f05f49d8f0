package fr.jalon.standalone.cli.terminal;

import fr.jalon.events.language.Language;
import fr.jalon.events.phrase.DateReader;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.events.phrase.Wanted;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as it is given to an option: as people say it, or relative to today. What was read is said on standard error.
 */
public final class DayOption {
    /** Which day of a month, a quarter or a year is asked about. */
    public enum Taken {
        FIRST,
        LAST
    }

    /** An instant, a day or a position, as the server reads them. */
    private static final Pattern EXACT = Pattern.compile("\\d+|\\d{4}-\\d{2}-\\d{2}(?:T.*)?");

    private DayOption() {}

    /** The day in ISO form; null where none was given. */
    public static @Nullable String day(@Nullable String written, Taken taken, PrintWriter err) {
        if (written == null) {
            return null;
        }
        Language language = Surroundings.current().language();
        return switch (new DateReader(Wanted.DAY, language, LocalDate.now(Days.ZONE)).read(written)) {
            case DateReading.Read read -> {
                String day = taken(read.effective().start().window(), taken).toString();
                if (!day.equals(read.phrase())) {
                    err.println(Messages.say("date.read", read.saidBack(language), day));
                }
                yield day;
            }
            case DateReading.Refused refused -> throw new Trouble(ExitCode.USAGE, refused.sentence(language));
        };
    }

    /** The same for what is known at the end of a day; an instant or a position stays as it is. */
    public static @Nullable String knownAt(@Nullable String written, PrintWriter err) {
        boolean isExact = written != null && EXACT.matcher(written).matches();
        return isExact ? written : day(written, Taken.LAST, err);
    }

    private static LocalDate taken(Window days, Taken taken) {
        return switch (taken) {
            case FIRST -> days.earliest();
            case LAST -> days.latest();
        };
    }
}
