package fr.jalon.events.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Reads the small profile of EDTF (ISO 8601-2:2019) in which days are written: day, month, quarter (33 to 36), semester
 * (40, 41), year, one day of a set ({@code [..b]}, {@code [a..b]}, {@code [a..]}), and periods of those.
 */
final class Edtf {
    private static final String MONTH = "(?:0[1-9]|1[0-2])";
    private static final String PART = "(?:" + MONTH + "(?:-(?:0[1-9]|[12]\\d|3[01]))?|3[3-6]|4[01])";
    private static final String DAYS = "\\d{4}(?:-" + PART + ")?";
    private static final String ONE_OF = "\\[(?:\\.\\." + DAYS + "|" + DAYS + "\\.\\.(?:" + DAYS + ")?)\\]";

    /** What a point looks like, as far as a pattern can tell. */
    static final String POINT = "(?:" + DAYS + "|" + ONE_OF + ")";

    private static final String LENGTH = "P(?=\\d)(?:\\d{1,3}Y)?(?:\\d{1,4}M)?(?:\\d{1,4}W)?(?:\\d{1,5}D)?";

    /** What a point or a period looks like, as far as a pattern can tell. */
    static final String EFFECTIVE = POINT + "(?:/(?:" + POINT + "|\\.\\.|" + LENGTH + "))?";

    private static final Pattern LENGTH_PATTERN = Pattern.compile(LENGTH);
    private static final int MAX_LENGTH = 64;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private Edtf() {}

    static Effective effective(String text) {
        checkLength(text);
        int slash = text.indexOf('/');
        if (slash < 0) {
            return point(text);
        }
        Period period = new Period(point(text.substring(0, slash)), end(text.substring(slash + 1)));
        if (period.endsBeforeItBegins()) {
            throw new MalformedDate(text, "ends before it begins");
        }
        if (period.endsAfter(LAST_DAY)) {
            throw new MalformedDate(text, "lasts beyond the year 9999");
        }
        return period;
    }

    static Point point(String text) {
        checkLength(text);
        if (text.startsWith("[") && text.endsWith("]")) {
            return new Point(text, oneOf(text));
        }
        return new Point(text, simple(text));
    }

    /** Writes a window as the shortest point that reads back as that window's days. */
    static String write(Window window) {
        if (window.earliest().equals(window.latest())) {
            return window.earliest().toString();
        }
        String from = Days.isBounded(window.earliest()) ? window.earliest().toString() : "";
        String to = Days.isBounded(window.latest()) ? window.latest().toString() : "";
        return "[" + from + ".." + to + "]";
    }

    private static Period.End end(String text) {
        if (text.equals("..")) {
            return new Period.Open();
        }
        return text.startsWith("P") ? new Period.Lasting(length(text), text) : new Period.Until(point(text));
    }

    private static java.time.Period length(String text) {
        if (!LENGTH_PATTERN.matcher(text).matches()) {
            throw new MalformedDate(text, "is not a length in years, months, weeks or days such as P6M");
        }
        try {
            java.time.Period length = java.time.Period.parse(text);
            if (length.isZero()) {
                throw new MalformedDate(text, "is no length at all");
            }
            return length;
        } catch (DateTimeParseException e) {
            throw new MalformedDate(text, "is not a length in years, months, weeks or days such as P6M");
        }
    }

    private static Window oneOf(String text) {
        String inside = text.substring(1, text.length() - 1);
        int dots = inside.indexOf("..");
        if (dots < 0) {
            throw new MalformedDate(text, "lacks the two dots between its earliest and its latest day");
        }
        String from = inside.substring(0, dots);
        String to = inside.substring(dots + 2);
        if (from.isEmpty() && to.isEmpty()) {
            throw new MalformedDate(text, "has neither an earliest nor a latest day");
        }
        LocalDate earliest = from.isEmpty() ? Days.ALWAYS : simple(from).earliest();
        LocalDate latest = to.isEmpty() ? Days.NEVER : simple(to).latest();
        if (latest.isBefore(earliest)) {
            throw new MalformedDate(text, "has its latest day before its earliest");
        }
        return new Window(earliest, latest);
    }

    private static Window simple(String text) {
        if (!isSimple(text)) {
            throw new MalformedDate(text, "is not a day, month, quarter, semester or year such as 2023-01-26 or 2023");
        }
        int year = number(text, 0, 4);
        if (year == 0) {
            throw new MalformedDate(text, "lies before the year 1");
        }
        return switch (text.length()) {
            case 4 -> months(year, 1, 12);
            case 7 -> partOfYear(text, year, number(text, 5, 7));
            default -> day(text, year, number(text, 5, 7), number(text, 8, 10));
        };
    }

    /** Digits as in 2023, 2023-01 or 2023-01-26; by hand, as every entry has three dates. */
    private static boolean isSimple(String text) {
        boolean rightLength = text.length() == 4 || text.length() == 7 || text.length() == 10;
        for (int i = 0; rightLength && i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isDigit = character >= '0' && character <= '9';
            boolean wantsHyphen = i == 4 || i == 7;
            if (wantsHyphen ? character != '-' : !isDigit) {
                return false;
            }
        }
        return rightLength;
    }

    private static Window day(String text, int year, int month, int day) {
        try {
            return Window.day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            throw new MalformedDate(text, "is not a day of the calendar");
        }
    }

    private static Window partOfYear(String text, int year, int part) {
        if (part >= 1 && part <= 12) {
            return months(year, part, 1);
        }
        if (part >= 33 && part <= 36) {
            return months(year, 1 + 3 * (part - 33), 3);
        }
        if (part == 40 || part == 41) {
            return months(year, 1 + 6 * (part - 40), 6);
        }
        throw new MalformedDate(text, "is neither a month (01-12), a quarter (33-36) nor a semester (40, 41)");
    }

    private static Window months(int year, int first, int count) {
        YearMonth start = YearMonth.of(year, first);
        return new Window(start.atDay(1), start.plusMonths(count - 1).atEndOfMonth());
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static void checkLength(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new MalformedDate(text.substring(0, MAX_LENGTH) + "…", "is too long for a date");
        }
    }
}
