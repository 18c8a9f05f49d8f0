package fr.jalon.store.entry;

import fr.jalon.events.register.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the log gives it: what was recorded, by whom, and its place among all entries.
 *
 * @param globalIndex 0 where a message does not say
 * @param content its canonical JSON
 */
public record LoggedEntry(
        long globalIndex,
        String territory,
        Recorded recorded,
        @Nullable String actor,
        @Nullable String role,
        String content)
        implements ReadEvent {
    public long position() {
        return recorded.position();
    }

    @Override
    public LoggedEntry orThrow() {
        return this;
    }
}
