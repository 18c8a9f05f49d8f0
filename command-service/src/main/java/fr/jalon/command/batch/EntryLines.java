package fr.jalon.command.batch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Many entries as they arrive. */
interface EntryLines {
    /** The next one; null where there is none. */
    @Nullable
    EntryLine next() throws IOException;
}
