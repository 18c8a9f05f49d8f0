package fr.jalon.tables.workbook;

import fr.jalon.tables.read.CellsOfRow;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a workbook shows its numbers: which of them are days, hours or percentages it does not say itself, the way it
 * shows them does. One that is shown as a month or a year is no more than that, and a time that is not shown is none.
 */
final class Formats {
    private static final int MOST = 70_000;
    private static final int LONGEST = 255;

    /** The first and the last day that a workbook counts right: 1 March 1900, 31 December 9999. */
    private static final double FIRST = 61;

    private static final long LAST = 2_958_465;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

    private final List<Integer> formats;
    private final Map<Integer, CellFormat> byNumber;
    private final LocalDate from;

    private Formats(List<Integer> formats, Map<Integer, CellFormat> byNumber, boolean is1904) {
        this.formats = formats;
        this.byNumber = byNumber;
        this.from = is1904 ? FROM_1904 : FROM_1900;
    }

    static Formats none() {
        return new Formats(List.of(), Map.of(), false);
    }

    static Formats of(Part styles, boolean is1904) throws IOException {
        Map<Integer, CellFormat> byNumber = builtIn();
        List<Integer> formats = new ArrayList<>();
        boolean isOfCells = false;
        while (styles.next() && formats.size() < MOST && byNumber.size() < MOST) {
            if (styles.opens("numFmt")) {
                String code = styles.attribute("formatCode");
                if (code.length() <= LONGEST) {
                    byNumber.put(Numbers.whole(styles.attribute("numFmtId")), CellFormat.by(code));
                }
            } else if (styles.opens("xf") && isOfCells) {
                formats.add(Numbers.whole(styles.attribute("numFmtId")));
            }
            isOfCells = (isOfCells || styles.opens("cellXfs")) && !styles.closes("cellXfs");
        }
        return new Formats(formats, byNumber, is1904);
    }

    /** Those that every workbook has, as far as they show something else than the number. */
    private static Map<Integer, CellFormat> builtIn() {
        Map<Integer, CellFormat> byNumber = new HashMap<>();
        List.of(5, 6, 7, 8, 42, 44).forEach(each -> byNumber.put(each, CellFormat.ofReadersCurrency()));
        List.of(9, 10).forEach(each -> byNumber.put(each, CellFormat.of(Shown.PERCENTAGE)));
        List.of(14, 15, 16).forEach(each -> byNumber.put(each, CellFormat.of(Shown.DAY)));
        byNumber.put(17, CellFormat.of(Shown.MONTH));
        List.of(18, 19, 20, 21, 45, 46, 47).forEach(each -> byNumber.put(each, CellFormat.of(Shown.TIME)));
        byNumber.put(22, CellFormat.of(Shown.MOMENT));
        return byNumber;
    }

    /** Puts a number into its cell, as it is shown under a style. */
    void put(CellsOfRow cells, int column, double number, int style) {
        CellFormat format = format(style);
        Shown shown = format.shown();
        // A part of a day is seldom whole in twos: 0:03 is kept as a little less.
        long seconds = Math.round(number * SECONDS_OF_DAY);
        boolean isTime = shown == Shown.TIME && number >= 0 && number < LAST;
        boolean isDay = shown.isOfDays()
                && number >= (from.equals(FROM_1900) ? FIRST : 0)
                && seconds < (LAST + 1) * SECONDS_OF_DAY;
        if (shown == Shown.PERCENTAGE) {
            cells.put(column, Value.percentage(number));
        } else if (isTime) {
            cells.put(column, Value.time(seconds));
        } else if (isDay) {
            LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_DAY);
            cells.putDay(column, shown.text(from.plusDays(seconds / SECONDS_OF_DAY), time));
        } else {
            cells.putNumber(column, format.text(Numbers.plain(Numbers.rounded(number))));
        }
    }

    /** The same for a day that the workbook writes as people do. */
    void put(CellsOfRow cells, int column, String written, int style) {
        cells.putDay(column, Value.day(written, format(style).shown()));
    }

    private CellFormat format(int style) {
        CellFormat plain = CellFormat.of(Shown.NUMBER);
        return style >= 0 && style < formats.size() ? byNumber.getOrDefault(formats.get(style), plain) : plain;
    }
}
