package fr.jalon.command.batch;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.MalformedEntry;
import fr.jalon.web.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Entries as JSON, one a line. */
final class JsonLines implements EntryLines {
    private final LineReader lines;
    private final int limit;

    /**
     * @param limit the most bytes of a line
     */
    JsonLines(InputStream in, int limit) {
        this.lines = new LineReader(in, limit);
        this.limit = limit;
    }

    @Override
    public @Nullable EntryLine next() throws IOException {
        Line line = lines.next();
        return line == null ? null : sent(line);
    }

    private EntryLine sent(Line line) {
        LinePlace place = LinePlace.of(line.number(), line.text().length);
        if (line.isTooLong()) {
            return new EntryLine.Malformed(place, TableProblems.lineTooLong(limit));
        }
        try {
            Entry entry = EntryJson.proposed(Json.parse(line.text()), new EntryJson.Defaults(UUID.randomUUID(), null));
            return new EntryLine.Understood(place, entry, List.of(), List.of(), null, UnaryOperator.identity());
        } catch (MalformedEntry malformed) {
            return new EntryLine.Malformed(place, Problems.malformed(malformed));
        }
    }
}
