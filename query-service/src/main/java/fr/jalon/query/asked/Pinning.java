package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.readmodel.question.Frontier;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.Places;
import fr.jalon.readmodel.question.Progress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells which places of the recorded axis no later entry can come before.
 *
 * <p>A position that is taken, and an instant up to the last entry's, are such by the register's own order: positions
 * are never given twice, and a writer stamps after the last entry of the territory it adds to. This is exact.
 *
 * <p>A later instant is such only once it is settled: everything stamped up to it is in the log, and all of the log is
 * in the read models that answer. The second is looked up, in the log itself. The first rests on the log, which records
 * nothing at or before its last entry's instant, in whatever register, and on the appender, which gives up an entry it
 * could not store within half a minute of its stamp; so an instant is settled when it is several times as old. What
 * this leaves out is an instant after the last entry, and then a process on a machine whose clock is further behind
 * than that.
 */
public final class Pinning {
    private final Places places;
    private final Progress progress;
    private final Axes axes;
    private final Duration settlesAfter;

    public Pinning(Places places, Progress progress, Axes axes, Duration settlesAfter) {
        this.places = places;
        this.progress = progress;
        this.axes = axes;
        this.settlesAfter = settlesAfter;
    }

    /** How an answer about one register writes and pins the place asked for. */
    CitedPlace cite(RegisterPlace asked, Knowledge known) {
        boolean holds = switch (asked) {
            case RegisterPlace.End ignored -> false;
            case RegisterPlace.Through(long position) -> position == known.position();
            case KnownAt(Instant instant) ->
                !instant.isAfter(known.lastRecordedAt()) || (isSettled(instant) && progress.isWhole(known));
        };
        return CitedPlace.of(asked, known, holds);
    }

    /**
     * The same for all registers together: another may be opened at any time, so that only settled instants hold. If
     * none is asked for it is the last entry's of all, as an answer known at it can be given again.
     */
    CitedInstant citeAll(@Nullable KnownAt asked) {
        Frontier frontier = places.frontier();
        KnownAt read = asked == null ? new KnownAt(frontier.lastRecordedAt()) : asked;
        boolean holds = isSettled(read.instant()) && progress.isWhole(frontier);
        return new CitedInstant(read, holds, asked != null, frontier);
    }

    private boolean isSettled(Instant instant) {
        return instant.plus(settlesAfter).isBefore(axes.now());
    }
}
