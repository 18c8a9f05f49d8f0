package fr.jalon.tables.column;

import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Form;
import fr.jalon.events.language.Language;
import fr.jalon.events.phrase.DateReader;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.events.phrase.Wanted;
import fr.jalon.events.time.Point;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as it is written in a cell. Nothing is relative to the day of the import, and the day comes before the month
 * whatever the sender's language: the same table is the same entries for everybody and for ever.
 */
public final class CellDate {
    private static final DateReader ANY = new DateReader(Wanted.EFFECTIVE, Language.FRENCH, null);
    private static final DateReader POINT = new DateReader(Wanted.POINT, Language.FRENCH, null);

    /** The hour that programs give a day which has none. */
    private static final Pattern MIDNIGHT = Pattern.compile("(?:[\\s\\p{Z}]+|T)0?0:00(?::00(?:[.,]0{1,9})?)?Z?$");

    /** No cell that holds a date is longer. */
    private static final int LONGEST = 200;

    private CellDate() {}

    /** What a cell under this column says; null where the column holds no dates. */
    public static @Nullable DateReading of(String cell, Column column) {
        return !column.many() && column.form() instanceof Form.Text text && text.faultCode() == FaultCode.INVALID_DATE
                ? of(cell, text)
                : null;
    }

    /** What a cell of this form says. */
    static DateReading of(String cell, Form.Text form) {
        DateReader reader = form.schemaValue().equals(Point.PATTERN) ? POINT : ANY;
        if (cell.length() > LONGEST) {
            return reader.read(cell);
        }
        String day = MIDNIGHT.matcher(cell).replaceFirst("");
        if (day.length() < cell.length() && isDay(reader.read(day))) {
            return reader.read(day);
        }
        return reader.read(cell);
    }

    private static boolean isDay(DateReading reading) {
        return reading instanceof DateReading.Read(String _, Point point)
                && point.window().earliest().equals(point.window().latest());
    }
}
