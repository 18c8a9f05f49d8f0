package fr.jalon.tables.column;

import java.util.ArrayList;
import java.util.List;

/**
 * Several values in one cell, split by {@code |}; one that has a bar or a backslash in itself has a backslash before
 * it.
 */
public final class Items {
    private static final char BAR = '|';
    private static final char ESCAPE = '\\';

    private Items() {}

    public static String joined(List<String> items) {
        return String.join("|", items.stream().map(Items::escaped).toList());
    }

    /** The values, without what stands around them. */
    public static List<String> split(String cell) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == BAR) {
                items.add(item.toString().strip());
                item.setLength(0);
            } else if (character == ESCAPE && i + 1 < cell.length()) {
                item.append(cell.charAt(++i));
            } else {
                item.append(character);
            }
        }
        items.add(item.toString().strip());
        return items;
    }

    private static String escaped(String item) {
        return item.replace("\\", "\\\\").replace("|", "\\|");
    }
}
