package fr.jalon.events.entry;

import fr.jalon.events.time.Effective;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recorded change, immutable, with its source (<i>inscription au registre</i>). */
public sealed interface Entry permits WorldEntry, RegisterEntry, KeepingEntry {
    Header header();

    default UUID entryId() {
        return header().entryId();
    }

    default String territory() {
        return header().territory().text();
    }

    /** When it is so in the world; entries about the register itself may have none. */
    default @Nullable Effective effective() {
        return header().effective();
    }

    default boolean isActual() {
        return header().status() == Status.ACTUAL;
    }
}
