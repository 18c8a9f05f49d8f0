package fr.jalon.tables.row;

import fr.jalon.events.entry.Entry;
import java.util.List;
import java.util.Set;

/**
 * A row as it was understood.
 *
 * @param isNumbered whether it says its entry's id itself
 * @param columns the names of those that its table has: what it has no column for, it does not say
 * @param change what it does with the entry of its number
 * @param dates those to be said back, written otherwise or held as days, in the order of its type's columns
 * @param things those that are written by their names
 */
public record ReadRow(
        Entry entry,
        boolean isNumbered,
        Set<String> columns,
        RowChange change,
        List<ReadDate> dates,
        List<ReadThing> things) {
    public ReadRow {
        columns = Set.copyOf(columns);
        dates = List.copyOf(dates);
        things = List.copyOf(things);
    }
}
