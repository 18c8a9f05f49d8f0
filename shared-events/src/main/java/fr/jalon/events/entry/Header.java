package fr.jalon.events.entry;

import fr.jalon.events.time.Effective;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every entry has, whatever its type. */
public record Header(
        UUID entryId,
        Slug territory,
        @Nullable Effective effective,
        Status status,
        @Nullable Source source,
        @Nullable String note,
        @Nullable UUID fulfils) {}
