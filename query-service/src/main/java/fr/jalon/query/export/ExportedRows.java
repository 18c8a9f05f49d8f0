package fr.jalon.query.export;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table, as often as they are asked for and always the same ones. */
interface ExportedRows {
    /** Takes a row: its cells by column. */
    interface Taker {
        void take(Map<String, @Nullable Object> row) throws IOException;
    }

    void each(Taker taker) throws IOException;
}
