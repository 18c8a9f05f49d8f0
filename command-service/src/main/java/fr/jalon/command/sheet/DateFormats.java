package fr.jalon.command.sheet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which of a workbook's numbers are dates: it does not say so itself, the way it shows them does. One that is shown as a
 * month or a year is no more than that.
 */
final class DateFormats {
    private static final int MOST = 70_000;
    private static final int LONGEST = 255;

    /** The first and the last day that a workbook counts right: 1 March 1900, 31 December 9999. */
    private static final double FIRST = 61;

    private static final double LAST = 2_958_465;
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

    /** What a format says that is no date: texts, colours and countries in brackets, escaped letters. */
    private static final Pattern NO_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|[\\\\_*].");

    private final List<Integer> formats;
    private final Map<Integer, String> codes;
    private final LocalDate from;

    private DateFormats(List<Integer> formats, Map<Integer, String> codes, boolean is1904) {
        this.formats = formats;
        this.codes = codes;
        this.from = is1904 ? FROM_1904 : FROM_1900;
    }

    static DateFormats none() {
        return new DateFormats(List.of(), Map.of(), false);
    }

    static DateFormats of(Part styles, boolean is1904) throws IOException {
        Map<Integer, String> codes = builtIn();
        List<Integer> formats = new ArrayList<>();
        boolean isOfCells = false;
        while (styles.next() && formats.size() < MOST && codes.size() < MOST) {
            if (styles.opens("numFmt")) {
                String code = styles.attribute("formatCode");
                if (code.length() <= LONGEST) {
                    codes.put(Numbers.whole(styles.attribute("numFmtId")), code);
                }
            } else if (styles.opens("xf") && isOfCells) {
                formats.add(Numbers.whole(styles.attribute("numFmtId")));
            }
            isOfCells = (isOfCells || styles.opens("cellXfs")) && !styles.closes("cellXfs");
        }
        return new DateFormats(formats, codes, is1904);
    }

    /** Those that every workbook has, as far as they show dates. */
    private static Map<Integer, String> builtIn() {
        Map<Integer, String> codes = new HashMap<>();
        codes.put(14, "dd/mm/yyyy");
        codes.put(15, "d-mmm-yy");
        codes.put(16, "d-mmm");
        codes.put(17, "mmm-yy");
        codes.put(22, "dd/mm/yyyy hh:mm");
        return codes;
    }

    /** A number as it is meant under a style: a day, month or year if that is how it is shown, else the number. */
    String shown(double number, int style) {
        String code = style >= 0 && style < formats.size() ? codes.getOrDefault(formats.get(style), "") : "";
        String letters = NO_DATE.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        boolean hasDay = letters.contains("d");
        boolean hasYear = letters.contains("y");
        if ((!hasDay && !hasYear) || number < FIRST || number >= LAST + 1) {
            return Numbers.plain(number);
        }
        LocalDate day = from.plusDays((long) number);
        if (number != Math.floor(number)) {
            return day + "T" + LocalTime.ofSecondOfDay((long) ((number % 1) * 86_400));
        }
        if (hasDay) {
            return day.toString();
        }
        return letters.contains("m")
                ? day.toString().substring(0, 7)
                : day.toString().substring(0, 4);
    }
}
