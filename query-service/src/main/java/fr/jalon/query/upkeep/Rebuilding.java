package fr.jalon.query.upkeep;

import fr.jalon.events.json.Json;
import fr.jalon.readmodel.rebuild.ProgressListener;
import fr.jalon.readmodel.rebuild.Rebuild;
import fr.jalon.readmodel.rebuild.Rebuilt;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rebuild under way in this process, or the last one: it outlives the request that asked for it. */
final class Rebuilding {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final Rebuild rebuild;
    private volatile Progress progress = new Progress(State.IDLE, null, 0, 0, List.of());

    Rebuilding(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** How a rebuild is going. */
    enum State {
        IDLE,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How far it is.
     *
     * @param step what it does; null where it does nothing
     * @param parked the territories with an entry that could not be taken in
     */
    record Progress(State state, ProgressListener.@Nullable Step step, long entries, long total, List<String> parked) {
        ObjectNode json() {
            ObjectNode json = Json.MAPPER.createObjectNode();
            json.put("state", code(state));
            json.put("step", step == null ? null : code(step));
            json.put("entries", entries);
            json.put("total", total);
            ArrayNode names = json.putArray("parked");
            parked.forEach(names::add);
            return json;
        }

        private static String code(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Progress progress() {
        return progress;
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
        } catch (RuntimeException e) {
            if (!begun.completeExceptionally(e)) {
                LOG.error("The rebuild failed; the copy before it goes on answering", e);
                progress = new Progress(State.FAILED, progress.step(), progress.entries(), progress.total(), List.of());
            }
        }
    }
}
