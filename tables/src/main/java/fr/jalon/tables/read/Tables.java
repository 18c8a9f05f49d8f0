package fr.jalon.tables.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The tables of a file: one, or a workbook's sheets of cells. */
public interface Tables extends Closeable {
    /** Those that are shown, in order, at least one; each is gone through once. */
    List<? extends Rows> shown();

    /** The names of all sheets, in order. */
    List<String> sheets();

    /** The one table of a file without sheets. */
    static Tables of(Rows rows) {
        return new Tables() {
            @Override
            public List<Rows> shown() {
                return List.of(rows);
            }

            @Override
            public List<String> sheets() {
                return List.of();
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }
}
