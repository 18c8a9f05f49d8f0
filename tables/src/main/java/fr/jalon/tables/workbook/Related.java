package fr.jalon.tables.workbook;

import java.util.HashMap;
import java.util.Map;

/** The parts that a part of a workbook speaks of, by its ids for them and by what they are to it. */
final class Related {
    private final Map<String, String> sheets = new HashMap<>();
    private final Map<String, String> byType = new HashMap<>();

    void add(String id, String type, String part) {
        byType.putIfAbsent(type, part);
        if (type.equals("worksheet")) {
            sheets.put(id, part);
        }
    }

    /** The first part that is of this type to it; empty where it names none. */
    String first(String type) {
        return byType.getOrDefault(type, "");
    }

    /** The sheet of cells of this id; empty where it is none, a chart's sheet say. */
    String sheet(String id) {
        return sheets.getOrDefault(id, "");
    }
}
