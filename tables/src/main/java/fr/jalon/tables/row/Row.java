package fr.jalon.tables.row;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of a table (<i>ligne</i>).
 *
 * @param number the one a spreadsheet shows, from 1
 * @param cells what each says, as text; empty where it says nothing
 * @param numbers the places of cells that are numbers, not texts that look like one: nothing about them is ambiguous
 * @param days the places of cells that a spreadsheet holds as days, whatever was typed
 * @param unreadable the cells that hold no value, by place in the row, with what is wrong
 */
public record Row(
        long number,
        List<String> cells,
        Set<Integer> numbers,
        Set<Integer> days,
        Map<Integer, TableFaultCode> unreadable) {
    public Row {
        cells = List.copyOf(cells);
        numbers = Set.copyOf(numbers);
        days = Set.copyOf(days);
        unreadable = Map.copyOf(unreadable);
    }

    /** A row of texts. */
    public Row(long number, List<String> cells, Map<Integer, TableFaultCode> unreadable) {
        this(number, cells, Set.of(), Set.of(), unreadable);
    }

    /** The same row in another place. */
    public Row at(long place) {
        return new Row(place, cells, numbers, days, unreadable);
    }

    /** Whether it says nothing at all, as the rows between and after those filled in do. */
    public boolean isBlank() {
        return unreadable.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
