package fr.jalon.command.batch;

import fr.jalon.command.api.Outcome;
import fr.jalon.events.entry.Entry;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import java.io.IOException;
import java.util.Map;
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

    /** The last line under way of each territory. */
    private final Map<String, CompletableFuture<LineResult>> last = new ConcurrentHashMap<>();

    /**
     * @param recorder what becomes of one entry
     */
    ManyEntries(Function<Entry, Outcome> recorder, Window.Sink results) {
        this.recorder = recorder;
        this.window = new Window(results);
    }

    /** Goes through all lines; false, and before their end, where nobody takes the results any more. */
    boolean run(Sending sending) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> written = CompletableFuture.runAsync(window::write, threads);
            try {
                for (Sent sent = sending.next(); sent != null && !window.isUnheard(); sent = sending.next()) {
                    window.put(result(sent, threads), sent.size());
                }
            } finally {
                window.end();
                // A line under way still starts threads for those after it: only then may these threads end.
                written.join();
            }
        }
        return !window.isUnheard();
    }

    private CompletableFuture<LineResult> result(Sent sent, Executor threads) {
        return switch (sent) {
            case Sent.Understood understood -> queued(understood, threads);
            case Sent.Malformed(long line, int ignored, Problem problem) ->
                CompletableFuture.completedFuture(new LineResult(line, null, new Outcome.Rejected(problem)));
        };
    }

    private CompletableFuture<LineResult> queued(Sent.Understood sent, Executor threads) {
        Entry entry = sent.entry();
        String territory = entry.territory();
        CompletableFuture<LineResult> result = last.getOrDefault(territory, NOTHING_BEFORE)
                .handleAsync((before, ignored) -> new LineResult(sent.line(), entry, outcome(sent)), threads);
        last.put(territory, result);
        var _ = result.whenComplete((done, ignored) -> last.remove(territory, result));
        return result;
    }

    /** One line's failure is that line's alone. */
    private Outcome outcome(Sent.Understood sent) {
        try {
            return switch (recorder.apply(sent.entry())) {
                case Outcome.Kept kept -> kept;
                case Outcome.Rejected(Problem problem) ->
                    new Outcome.Rejected(sent.placed().apply(problem));
            };
        } catch (RuntimeException e) {
            LOG.error("An entry could not be recorded", e);
            return new Outcome.Rejected(Problems.of(500));
        }
    }
}
