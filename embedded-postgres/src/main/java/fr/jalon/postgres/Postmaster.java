package fr.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's main process, ours or one that an earlier Jalon left behind. */
record Postmaster(ProcessHandle process) {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    /** The one that still serves this cluster although nobody here started it; its command line must say so. */
    static Optional<Postmaster> orphanOf(Path cluster) throws IOException {
        try {
            long pid = Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()))
                    .map(Postmaster::new);
        } catch (NoSuchFileException noneOrGone) {
            return Optional.empty();
        }
    }

    /** Ends it: sessions are cut and their transactions rolled back, nothing committed is lost. */
    void stop() {
        signal("INT");
        if (!isGoneWithin(FAST)) {
            LOG.warn("PostgreSQL did not stop in {} s; stopping it at once", FAST.toSeconds());
            signal("QUIT");
            if (!isGoneWithin(IMMEDIATE)) {
                throw new EmbeddedPostgresException("PostgreSQL, process " + process.pid() + ", does not stop", null);
            }
        }
    }

    /** Ends it on the spot, for a cluster that nobody will need again. */
    void abandon() {
        signal("QUIT");
        isGoneWithin(IMMEDIATE);
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL cannot be told to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isGoneWithin(Duration limit) {
        CompletableFuture<ProcessHandle> gone = process.onExit();
        try {
            gone.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException still) {
            return false;
        } catch (ExecutionException e) {
            throw new EmbeddedPostgresException("PostgreSQL cannot be waited for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
