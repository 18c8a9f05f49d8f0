package fr.jalon.tables.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people see of a value, in whichever kind of workbook. */
final class Value {
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int MINUTES_OF_HOUR = 60;
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T([0-9:]{5,8})(?:\\.\\d{1,9})?Z?)?");

    private Value() {}

    /** {@code 25 %} of 0.25. */
    static String percentage(double number) {
        return Numbers.plain(Numbers.rounded(number).movePointRight(2)) + " %";
    }

    /** {@code 9:30}, and {@code 36:00} of what goes on past a day. */
    static String time(long seconds) {
        long minutes = seconds / SECONDS_OF_MINUTE;
        return "%d:%02d".formatted(minutes / MINUTES_OF_HOUR, minutes % MINUTES_OF_HOUR);
    }

    /** As much as is shown of a day that is written as {@code 2023-01-26T09:30:00}; what is none stays as it is. */
    static String day(String written, Shown shown) {
        Matcher parts = ISO.matcher(written);
        if (!parts.matches()) {
            return written;
        }
        String time = parts.group(2) == null ? "" : parts.group(2).replaceFirst("^00:00(:00)?$", "");
        boolean isDay = time.isEmpty() || (shown.isOfDays() && shown != Shown.MOMENT);
        return isDay ? shown.text(parts.group(1)) : written;
    }

    static String truth(boolean truth) {
        return truth ? "VRAI" : "FAUX";
    }
}
