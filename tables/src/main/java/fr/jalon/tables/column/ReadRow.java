package fr.jalon.tables.column;

import fr.jalon.events.entry.Entry;
import java.util.List;

/**
 * A row as it was understood.
 *
 * @param isNumbered whether it says its entry's id itself
 * @param dates those that are written in another form than the register's own, in the order of its type's columns
 * @param things those that are written by their names
 */
public record ReadRow(Entry entry, boolean isNumbered, List<ReadDate> dates, List<ReadThing> things) {
    public ReadRow {
        dates = List.copyOf(dates);
        things = List.copyOf(things);
    }
}
