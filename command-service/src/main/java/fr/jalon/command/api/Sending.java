package fr.jalon.command.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Many entries as they arrive. */
interface Sending {
    /** The next one; null where there is none. */
    @Nullable
    Sent next() throws IOException;
}
