package fr.jalon.command.batch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Many entries as they arrive. */
interface Sending {
    /** The next one; null where there is none. */
    @Nullable
    Sent next() throws IOException;
}
