package fr.jalon.seal.pack;

import fr.jalon.answers.RegisterState;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Register;
import fr.jalon.seal.pack.PlainZip.Content;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a pack tells.
 *
 * @param all the register as it is now
 * @param known the register as it was at the place asked for
 * @param state that of the day and the knowledge asked for
 * @param checkpoint the signed note
 */
record Told(
        String territory,
        Register all,
        Register known,
        RegisterState state,
        @Nullable String knownAt,
        String checkpoint) {
    /** The history as JSON, one entry a line. */
    Content history(Supplier<Iterator<StoredEvent>> events) {
        return out -> {
            HistoryLines lines = new HistoryLines(all);
            String before = "{\"territory\":\"" + territory + "\",\"entries\":[\n";
            for (Iterator<StoredEvent> each = events.get(); each.hasNext(); before = ",\n") {
                String line = Json.text(lines.of(ReadEvent.of(each.next()).orThrow()));
                out.write((before + line).getBytes(StandardCharsets.UTF_8));
            }
            out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
        };
    }
}
