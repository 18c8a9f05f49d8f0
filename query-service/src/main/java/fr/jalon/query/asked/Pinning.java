package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;
import fr.jalon.readmodel.question.Known;
import fr.jalon.readmodel.question.Progress;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells which places of the recorded axis no later entry can come before.
 *
 * <p>A position that is taken, and an instant up to the last entry's, are such by the register's own order: positions
 * are never given twice, and a writer stamps after the last entry of the territory it adds to. This is exact.
 *
 * <p>A later instant is such only once it is settled: everything stamped up to it is in the log, and all of the log is
 * in the read models that answer. The second is looked up, in the log itself. The first rests on
 * the log, which records nothing at or before its last entry's instant, in whatever register, and on the appender, which
 * gives up an entry it could not store within half a minute of its stamp; so an instant is settled when it is several
 * times as old. What this leaves out is an instant after the last entry, and then a process on a machine whose clock is
 * further behind than that.
 */
public final class Pinning {
    private final Progress progress;
    private final Axes axes;
    private final Duration settlesAfter;

    public Pinning(Progress progress, Axes axes, Duration settlesAfter) {
        this.progress = progress;
        this.axes = axes;
        this.settlesAfter = settlesAfter;
    }

    /** Whether a territory's register, read so far, is what it will always be when read so far. */
    boolean holds(String territory, KnownAt asked, Known known) {
        return switch (asked) {
            case KnownAt.Now ignored -> false;
            case KnownAt.Through(long position) -> position == known.position();
            case KnownAt.At(Instant instant) ->
                !instant.isAfter(known.lastRecordedAt())
                        || (isSettled(instant) && progress.isWhole(territory, known.position()));
        };
    }

    /**
     * The same for all registers together: another may be opened at any time, so that only settled instants hold. To be
     * asked before the answer is made.
     */
    public boolean holdsForAll(KnownAt asked) {
        return asked instanceof KnownAt.At(Instant instant) && isSettled(instant) && progress.isWhole();
    }

    /** How an answer about one territory writes and pins the place asked for. */
    public Place place(String territory, KnownAt asked, Known known) {
        return Place.of(asked, known, holds(territory, asked, known));
    }

    /**
     * Up to where to read all registers: for now, up to the last entry of all once that instant is settled, as an answer
     * known at it can be given again. To be asked before the answer is made.
     */
    public KnownAt readingAll(KnownAt asked) {
        KnownAt last = new KnownAt.At(progress.lastRecordedAt());
        return asked instanceof KnownAt.Now && holdsForAll(last) ? last : asked;
    }

    private boolean isSettled(Instant instant) {
        return instant.plus(settlesAfter).isBefore(axes.now());
    }
}
