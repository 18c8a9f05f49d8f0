package fr.jalon.tables.read;

import fr.jalon.tables.row.Row;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one at a time; what is not filled in is passed over. */
public interface Rows extends Closeable {
    /**
     * The next row that says something; null where there is none.
     *
     * @throws BrokenTableException where what was sent is no table from here on
     * @throws WorkbookTooLargeException where a workbook unfolds to more than is taken
     */
    @Nullable
    Row next() throws IOException;

    /** The sheet whose rows they are; null where the table has no sheets. */
    @Nullable
    String sheet();
}
