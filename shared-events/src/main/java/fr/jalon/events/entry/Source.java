package fr.jalon.events.entry;

import fr.jalon.events.time.Point;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry comes from. Its dates stay apart: when it was said and when it was published; the register keeps when
 * it was recorded. So do its voices: who wrote it, and who is told there to have said so.
 *
 * @param quote the words it rests on, to the letter
 */
public record Source(
        String title,
        @Nullable Organisation author,
        @Nullable Point asserted,
        @Nullable Point published,
        @Nullable URI url,
        @Nullable String locator,
        @Nullable Organisation speaker,
        @Nullable String quote) {}
