package fr.jalon.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the server running: whoever ends it, it is started again, until it is told to stop. */
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    /** The processes of a server that was killed go one by one, and the next server waits for the last of them. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Launch launch;
    private Process process;
    private boolean stopping;

    /** Starts a server process. */
    interface Launch {
        Process start() throws IOException;
    }

    Keeper(Launch launch) throws IOException {
        this.launch = launch;
        this.process = launch.start();
    }

    synchronized Process process() {
        return process;
    }

    /** From now on a server that ends is started again. */
    void keep() {
        Thread.ofVirtual().name("postgres-keeper").start(() -> {
            try {
                do {
                    process().waitFor();
                    Thread.sleep(PAUSE);
                } while (startAgain());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends the server for good, if it runs. */
    synchronized void end(Consumer<Postmaster> how) {
        stopping = true;
        if (process.isAlive()) {
            how.accept(new Postmaster(process.toHandle()));
        }
    }

    private synchronized boolean startAgain() {
        if (!stopping && !process.isAlive()) {
            LOG.error("PostgreSQL ended unasked; starting it again");
            try {
                process = launch.start();
            } catch (IOException e) {
                LOG.error("PostgreSQL cannot be started again; trying once more", e);
            }
        }
        return !stopping;
    }
}
