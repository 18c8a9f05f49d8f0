package fr.jalon.tables.write;

import org.jspecify.annotations.Nullable;

/**
 * A column of a workbook to fill in.
 *
 * @param width in letters
 * @param isText whether what is written there stays as it is written: a spreadsheet makes {@code 2023-01} a day
 * @param colour that of its head, as {@code CFDDF5}; null where it has none
 * @param pick what its cells are picked from; null where they are not
 */
public record FormColumn(
        String head,
        int width,
        boolean isText,
        @Nullable String colour,
        @Nullable Pick pick) {
    /** One whose cells are there to be read. */
    public static FormColumn read(String head, int width) {
        return new FormColumn(head, width, false, null, null);
    }
}
