package fr.jalon.command.draft;

import fr.jalon.web.start.Rounds;
import java.time.Duration;
import java.time.InstantSource;

/** Drops drafts that nobody touched for long, every day: they name persons, and serve no end for ever. */
public final class DraftRetention implements AutoCloseable {
    static final Duration KEPT = Duration.ofDays(90);

    private final Rounds rounds;

    public DraftRetention(Drafts drafts, InstantSource clock) {
        this.rounds = Rounds.daily(
                "draft-retention",
                () -> drafts.dropUntouchedSince(clock.instant().minus(KEPT)));
    }

    @Override
    public void close() {
        rounds.close();
    }
}
