package fr.jalon.command.api;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.MalformedEntry;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records line after line: those of one territory one after the other, those of different territories side by side. As
 * many are under way as the {@link Window} lets in, and their results come out in the order of the lines.
 */
final class ManyEntries {
    private static final Logger LOG = LoggerFactory.getLogger(ManyEntries.class);
    private static final CompletableFuture<LineResult> NOTHING_BEFORE = CompletableFuture.completedFuture(null);

    private final Function<Entry, Outcome> recorder;
    private final Window window;
    private final int limit;

    /** The last line under way of each territory. */
    private final Map<String, CompletableFuture<LineResult>> last = new ConcurrentHashMap<>();

    /**
     * @param recorder what becomes of one entry
     * @param limit the most bytes of a line
     */
    ManyEntries(Function<Entry, Outcome> recorder, Window.Sink results, int limit) {
        this.recorder = recorder;
        this.window = new Window(results);
        this.limit = limit;
    }

    /** Goes through all lines; ends early where nobody takes the results any more. */
    void run(LineReader lines) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> written = CompletableFuture.runAsync(window::write, threads);
            try {
                for (Line line = lines.next(); line != null && !window.isUnheard(); line = lines.next()) {
                    window.put(result(line, threads), line.text().length);
                }
            } finally {
                window.end();
                // A line under way still starts threads for those after it: only then may these threads end.
                written.join();
            }
        }
    }

    private CompletableFuture<LineResult> result(Line line, Executor threads) {
        if (line.isTooLong()) {
            return rejected(line, Outcomes.lineTooLong(limit));
        }
        try {
            EntryJson.Defaults defaults = new EntryJson.Defaults(UUID.randomUUID(), null);
            return queued(line, EntryJson.read(Json.parse(line.text()), defaults), threads);
        } catch (MalformedEntry malformed) {
            return rejected(line, Problems.malformed(malformed));
        }
    }

    private static CompletableFuture<LineResult> rejected(Line line, Problem problem) {
        return CompletableFuture.completedFuture(new LineResult(line.number(), null, new Outcome.Rejected(problem)));
    }

    private CompletableFuture<LineResult> queued(Line line, Entry entry, Executor threads) {
        String territory = entry.territory();
        CompletableFuture<LineResult> result = last.getOrDefault(territory, NOTHING_BEFORE)
                .handleAsync((before, ignored) -> new LineResult(line.number(), entry, outcome(entry)), threads);
        last.put(territory, result);
        var _ = result.whenComplete((done, ignored) -> last.remove(territory, result));
        return result;
    }

    /** One line's failure is that line's alone. */
    private Outcome outcome(Entry entry) {
        try {
            return recorder.apply(entry);
        } catch (RuntimeException e) {
            LOG.error("An entry could not be recorded", e);
            return new Outcome.Rejected(Problems.of(500));
        }
    }
}
