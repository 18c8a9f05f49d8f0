package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.answers.Sight;
import fr.jalon.readmodel.question.Knowledge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place on the recorded axis of one register, as an answer writes it and as its permanent link pins it. A place that
 * holds is written as it was asked for. Any other, the end above all, is the last entry's that the answer rests on: an
 * instant up to which more may yet be recorded is nothing to cite.
 *
 * @param known how far the register is known there
 * @param text the instant the answer says it was known at; null at position 0
 * @param pin the same place for ever, as a {@code knownAt}
 * @param holds whether the place asked for is pinned by itself
 * @param tag names what the answer rests on and how it writes it
 */
public record CitedPlace(Knowledge known, @Nullable String text, String pin, boolean holds, String tag) {
    /** The same for a reader who may see this much. */
    CitedPlace seen(Sight sight) {
        return new CitedPlace(known, text, pin, holds, tag + sight.mark());
    }

    static CitedPlace of(RegisterPlace asked, Knowledge known, boolean holds) {
        String position = Long.toString(known.position());
        Instant recordedAt = known.recordedAt();
        String text = recordedAt == null ? null : recordedAt.toString();
        return switch (asked) {
            case KnownAt(Instant instant)
            when holds -> new CitedPlace(known, instant.toString(), instant.toString(), true, position);
            // Once it is settled the same address writes the instant: another tag, so that no reader keeps this one.
            case KnownAt ignored -> new CitedPlace(known, text, position, false, position + ".unsettled");
            case RegisterPlace.End ignored -> new CitedPlace(known, text, position, false, position);
            case RegisterPlace.Through ignored -> new CitedPlace(known, text, position, holds, position);
        };
    }
}
