package fr.jalon.query.upkeep;

import fr.jalon.events.entry.Code;
import fr.jalon.readmodel.rebuild.ProgressListener;
import fr.jalon.readmodel.rebuild.Rebuild;
import fr.jalon.readmodel.rebuild.Rebuilt;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rebuild under way in this process, or the last one: it outlives the request that asked for it. */
final class Rebuilding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final Rebuild rebuild;
    private volatile boolean isClosing;
    private volatile Progress progress = new Progress(State.IDLE, null, 0, 0, List.of());

    Rebuilding(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** How a rebuild is going. */
    enum State implements Code {
        IDLE,
        RUNNING,
        DONE,
        FAILED
    }

    /** How far it is. */
    @Schema(name = "RebuildProgress", description = "How far the rebuild is, or how the last one ended")
    record Progress(
            @Schema(description = "Whether one is under way, or how the last one of this process ended")
            State state,

            @Schema(description = "What it does; null where it does nothing")
            ProgressListener.@Nullable Step step,

            @Schema(description = "How many entries are taken in", example = "100")
            long entries,

            @Schema(description = "How many there are", example = "100")
            long total,

            @Schema(description = "The territories with an entry that could not be taken in")
            List<String> parked) {}

    Progress progress() {
        return progress;
    }

    /** One that is under way finds the database gone: that is no failure. */
    @Override
    public void close() {
        isClosing = true;
    }

    /**
     * Starts a rebuild, unless one is under way here, and returns once it is.
     *
     * @throws fr.jalon.readmodel.rebuild.RebuildRunningException if one is under way in another process
     */
    synchronized Progress start() {
        if (progress.state() != State.RUNNING) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("rebuild").start(() -> run(begun));
            try {
                begun.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
        return progress;
    }

    private void run(CompletableFuture<Void> begun) {
        try {
            Rebuilt rebuilt = rebuild.run((step, entries, total) -> {
                progress = new Progress(State.RUNNING, step, entries, total, List.of());
                begun.complete(null);
            });
            progress = new Progress(State.DONE, null, rebuilt.entries(), rebuilt.entries(), rebuilt.parked());
            begun.complete(null);
        } catch (RuntimeException | Error e) {
            if (begun.completeExceptionally(e)) {
                return;
            }
            if (isClosing) {
                LOG.info("The rebuild ends unfinished, as this process does");
                return;
            }
            LOG.error("The rebuild failed; the copy before it goes on answering", e);
            progress = new Progress(State.FAILED, progress.step(), progress.entries(), progress.total(), List.of());
        }
    }
}
