package fr.jalon.seal.notary;

import fr.jalon.store.log.EventLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The log's next events as leaves. Where there are many, a page is read and hashed while the one before is written. */
final class NextLeaves implements AutoCloseable {
    static final int PAGE = 2_000;

    private final EventLog log;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("notary-reader").factory());
    private @Nullable Ahead ahead;

    private record Ahead(long size, CompletableFuture<List<NextLeaf>> page) {}

    NextLeaves(EventLog log) {
        this.log = log;
    }

    /** What follows the first so many events; a page at most. */
    List<NextLeaf> after(long size) {
        List<NextLeaf> page = begun(size);
        ahead = page.size() < PAGE
                ? null
                : new Ahead(size + PAGE, CompletableFuture.supplyAsync(() -> read(size + PAGE), reader));
        return page;
    }

    /** What was read ahead is read again: after a failure it may be another log's. */
    void forget() {
        ahead = null;
    }

    private List<NextLeaf> begun(long size) {
        Ahead read = ahead;
        ahead = null;
        if (read == null || read.size != size) {
            return read(size);
        }
        try {
            return read.page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw e;
        }
    }

    private List<NextLeaf> read(long size) {
        return log.after(size, PAGE).stream().map(NextLeaf::of).toList();
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
