package fr.jalon.tables.workbook;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The styles of an OpenDocument workbook, as far as they say how much of a day is shown, and which sheets are not. */
final class OdsStyles {
    private static final Set<String> FIELDS =
            Set.of("year", "month", "day", "day-of-week", "week-of-year", "quarter", "hours");
    private static final int MOST = 10_000;
    private static final int LONGEST = 255;

    /** More than styles are ever built upon each other. */
    private static final int GENERATIONS = 10;

    private final Map<String, Shown> dates = new HashMap<>();
    private final Map<String, String> formats = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();

    /** Adds those that a part has before its body. */
    void add(Part part) throws IOException {
        while (part.next() && !part.opens("body")) {
            if (part.opens("date-style")) {
                String name = part.attribute("name");
                put(dates, name, date(part));
            } else if (part.opens("style")) {
                style(part);
            }
        }
    }

    private static Shown date(Part part) throws IOException {
        Set<String> fields = new HashSet<>();
        while (part.next() && !part.closes("date-style")) {
            if (part.opens() && FIELDS.contains(part.name())) {
                fields.add(part.name());
            }
        }
        if (fields.contains("hours")) {
            return Shown.MOMENT;
        }
        if (fields.equals(Set.of("year"))) {
            return Shown.YEAR;
        }
        return fields.equals(Set.of("year", "month")) ? Shown.MONTH : Shown.DAY;
    }

    private void style(Part part) throws IOException {
        String name = part.attribute("name");
        put(formats, name, part.attribute("data-style-name"));
        put(parents, name, part.attribute("parent-style-name"));
        while (part.next() && !part.closes("style")) {
            if (part.opens("table-properties") && part.attribute("display").equals("false") && hidden.size() < MOST) {
                hidden.add(name);
            }
        }
    }

    private static <T> void put(Map<String, T> byName, String name, T value) {
        boolean isShort = name.length() <= LONGEST && value.toString().length() <= LONGEST;
        if (isShort && !value.equals("") && byName.size() < MOST) {
            byName.put(name, value);
        }
    }

    /** Whether sheets of this style are shown. */
    boolean isShown(String style) {
        return !hidden.contains(style);
    }

    /** What is shown of a day in a cell of this style; all that is written where nothing says. */
    Shown date(String style) {
        String one = style;
        for (int i = 0; i < GENERATIONS; i++) {
            String format = formats.get(one);
            if (format != null) {
                return dates.getOrDefault(format, Shown.NUMBER);
            }
            one = parents.getOrDefault(one, "");
        }
        return Shown.NUMBER;
    }
}
