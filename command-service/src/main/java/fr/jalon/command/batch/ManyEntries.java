package fr.jalon.command.batch;

import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Entry;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records line after line: those of one territory one after the other, those of different territories side by side. As
 * many are under way as {@link ResultsInOrder} lets in, and their results come out in the order of the lines.
 */
final class ManyEntries {
    private static final Logger LOG = LoggerFactory.getLogger(ManyEntries.class);
    private static final CompletableFuture<AnsweredLine> NOTHING_BEFORE = CompletableFuture.completedFuture(null);

    private final Function<Entry, Decision> recorder;
    private final Results answer;
    private final ResultsInOrder results;

    /** The last line under way of each territory. */
    private final Map<String, CompletableFuture<AnsweredLine>> last = new ConcurrentHashMap<>();

    /**
     * @param recorder what becomes of one entry
     */
    ManyEntries(Function<Entry, Decision> recorder, Results answer) {
        this.recorder = recorder;
        this.answer = answer;
        this.results = new ResultsInOrder(answer);
    }

    /**
     * Goes through all lines; false, and before their end, where nobody takes the results any more.
     *
     * @throws IllegalStateException where something of Jalon's own is broken, so that the answer breaks off
     */
    boolean run(EntryLines lines) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> written = CompletableFuture.runAsync(results::write, threads);
            try {
                for (EntryLine sent = lines.next(); sent != null && !results.isUnheard(); sent = lines.next()) {
                    EntryLine line = sent;
                    results.put(() -> result(line, threads), line.place().size());
                }
            } finally {
                results.end();
                // A line under way still starts threads for those after it: only then may these threads end.
                written.join();
            }
        }
        if (results.isBroken()) {
            throw new IllegalStateException("The results of many lines broke off");
        }
        return !results.isUnheard();
    }

    private CompletableFuture<AnsweredLine> result(EntryLine sent, Executor threads) {
        return switch (sent) {
            case EntryLine.Understood understood -> queued(understood, threads);
            case EntryLine.Retracted retracted ->
                CompletableFuture.completedFuture(answered(retracted, () -> new LineResult.Retracted(retracted)));
            case EntryLine.Malformed malformed ->
                CompletableFuture.completedFuture(answered(malformed, () -> new LineResult.Malformed(malformed)));
        };
    }

    private CompletableFuture<AnsweredLine> queued(EntryLine.Understood sent, Executor threads) {
        String territory = sent.entry().territory();
        CompletableFuture<AnsweredLine> result = last.getOrDefault(territory, NOTHING_BEFORE)
                .handleAsync(
                        (before, ignored) ->
                                answered(sent, () -> new LineResult.Decided(sent, recorder.apply(sent.entry()))),
                        threads);
        last.put(territory, result);
        var _ = result.whenComplete((done, ignored) -> last.remove(territory, result));
        return result;
    }

    /** One line's failure is that line's alone. */
    private AnsweredLine answered(EntryLine sent, Supplier<LineResult> result) {
        try {
            return answer.answered(result.get());
        } catch (RuntimeException e) {
            LOG.error("What was to become of a line is not known", e);
            return answer.answered(new LineResult.Failed(sent));
        }
    }
}
