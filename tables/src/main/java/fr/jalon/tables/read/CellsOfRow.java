package fr.jalon.tables.read;

import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFaultCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A row being read: as many cells and characters as can be meant, and a note of what went beyond. */
public final class CellsOfRow {
    /** More than the vocabulary has columns. */
    public static final int COLUMNS = 500;

    public static final int CHARACTERS_OF_CELL = 100_000;
    private static final int CHARACTERS = 1 << 20;

    private final List<String> cells = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<Integer> days = new HashSet<>();
    private final Map<Integer, TableFaultCode> unreadable = new HashMap<>();
    private int characters;

    /** Puts a text in its place. */
    public void put(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        characters += text.length();
        if (column >= COLUMNS) {
            mark(COLUMNS, TableFaultCode.TOO_MANY_COLUMNS);
        } else if (text.length() > CHARACTERS_OF_CELL || characters > CHARACTERS) {
            mark(column, TableFaultCode.CELL_TOO_LONG);
        } else {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text);
        }
    }

    /** Puts a number, as a text that is one in its place. */
    public void putNumber(int column, String number) {
        put(column, number);
        numbers.add(column);
    }

    /** Puts a day that a spreadsheet holds as one in its place. */
    public void putDay(int column, String day) {
        put(column, day);
        days.add(column);
    }

    /** Notes that a cell holds nothing that can be read. */
    public void mark(int column, TableFaultCode code) {
        unreadable.put(Math.min(column, COLUMNS), code);
    }

    public boolean isMarked(int column) {
        return unreadable.containsKey(Math.min(column, COLUMNS));
    }

    public Row row(long number) {
        return new Row(number, cells, numbers, days, unreadable);
    }
}
