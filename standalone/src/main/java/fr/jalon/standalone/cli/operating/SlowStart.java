package fr.jalon.standalone.cli.operating;

import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says what a start is doing once it has taken longer than somebody waits without asking themselves. */
final class SlowStart implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PrintWriter err;
    private final Thread waiting = Thread.ofVirtual().unstarted(this::awaitPatience);
    private @Nullable String doing;
    private boolean slow;

    private SlowStart(PrintWriter err) {
        this.err = err;
    }

    static SlowStart watched(PrintWriter err) {
        SlowStart start = new SlowStart(err);
        start.waiting.start();
        return start;
    }

    synchronized void now(String sentence) {
        doing = sentence;
        if (slow) {
            err.println(sentence);
        }
    }

    private void awaitPatience() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException done) {
            return;
        }
        synchronized (this) {
            slow = true;
            if (doing != null) {
                err.println(doing);
            }
        }
    }

    @Override
    public void close() {
        waiting.interrupt();
    }
}
