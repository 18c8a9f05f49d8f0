package fr.jalon.seal.log;

import java.time.Duration;

/** Waiting, for some time and no longer, until what is recorded is copied or sealed. */
final class Waiting {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final long end;

    Waiting(Duration patience) {
        end = System.nanoTime() + patience.toNanos();
    }

    /**
     * Pauses before another look.
     *
     * @throws NotSealedException if there was time enough
     */
    void again() {
        if (System.nanoTime() - end > 0) {
            throw new NotSealedException();
        }
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSealedException();
        }
    }
}
