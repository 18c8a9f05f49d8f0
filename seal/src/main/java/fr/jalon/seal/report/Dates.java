package fr.jalon.seal.report;

import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days and instants as they are said in French, as roughly as they are known. */
final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.FRENCH);
    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;

    private Dates() {}

    static String day(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1ᵉʳ " + MONTH.format(day) : DAY.format(day);
    }

    /** To the second, in Paris. */
    static String instant(Instant instant) {
        return SECOND.format(instant.atZone(Days.ZONE));
    }

    /** A point, as it was written in the register; nothing where there is none. */
    static String point(@Nullable String written) {
        if (written == null) {
            return "";
        }
        try {
            return point(Point.parse(written));
        } catch (MalformedDate asItIs) {
            return written;
        }
    }

    static String effective(@Nullable Effective effective) {
        return switch (effective) {
            case null -> "";
            case Point point -> point(point);
            case Period period ->
                switch (period.end()) {
                    case Period.Open _ -> "depuis : " + point(period.start());
                    case Period.Until until -> point(period.start()) + " – " + point(until.last());
                    case Period.Lasting _ -> point(period.start()) + " – " + point(period.endText());
                };
        };
    }

    private static String point(Point point) {
        String written = point.text();
        Window window = point.window();
        if (written.startsWith("[")) {
            return window(window);
        }
        return switch (written.length()) {
            case YEAR_LENGTH -> written;
            case MONTH_LENGTH -> part(window);
            default -> day(window.earliest());
        };
    }

    private static String window(Window window) {
        if (!Days.isBounded(window.earliest())) {
            return "au plus tard le " + day(window.latest());
        }
        return Days.isBounded(window.latest())
                ? "entre le " + day(window.earliest()) + " et le " + day(window.latest())
                : "au plus tôt le " + day(window.earliest());
    }

    /** A month, a quarter or a semester. */
    private static String part(Window window) {
        LocalDate first = window.earliest();
        int months = window.latest().getMonthValue() - first.getMonthValue() + 1;
        int number = (first.getMonthValue() - 1) / months + 1;
        return switch (months) {
            case 1 -> MONTH.format(first);
            case 3 -> ordinal(number) + " trimestre " + first.getYear();
            default -> ordinal(number) + " semestre " + first.getYear();
        };
    }

    private static String ordinal(int number) {
        return number == 1 ? "1ᵉʳ" : number + "e";
    }
}
