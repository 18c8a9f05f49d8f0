package fr.jalon.tables.write;

import java.util.List;

/**
 * A column of a table that is carried away.
 *
 * @param isText whether a workbook leaves what is written there as it is written: a spreadsheet would make a day of
 *     {@code mai 2023}
 * @param words what its cells are picked from in a workbook; empty where anything may be written
 */
public record SheetColumn(String head, boolean isText, List<String> words) {
    public SheetColumn {
        words = List.copyOf(words);
    }

    static List<String> heads(List<SheetColumn> columns) {
        return columns.stream().map(SheetColumn::head).toList();
    }
}
