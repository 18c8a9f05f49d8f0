package fr.jalon.tables.write;

import java.util.List;

/**
 * A sheet of a workbook to fill in.
 *
 * @param rows those that stand under the heads already, each with a text a column, empty where it says nothing
 */
public record FormSheet(String name, List<FormColumn> columns, List<List<String>> rows) {
    public FormSheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
