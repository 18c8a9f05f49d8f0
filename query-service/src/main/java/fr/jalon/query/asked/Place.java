package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;
import fr.jalon.readmodel.question.Known;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place on the recorded axis of one territory, as an answer writes it and as its permanent link pins it. A place that
 * holds is written as it was asked for. Any other, now above all, is the last entry's that the answer rests on: an instant
 * up to which more may yet be recorded is nothing to cite.
 *
 * @param text the instant the answer says it was known at; null where nothing was recorded yet
 * @param pin the same place for ever, as a {@code knownAt}
 * @param holds whether the place asked for is pinned by itself
 * @param tag names what the answer rests on and how it writes it
 */
public record Place(@Nullable String text, String pin, boolean holds, String tag) {
    static Place of(KnownAt asked, Known known, boolean holds) {
        String position = Long.toString(known.position());
        Instant recordedAt = known.recordedAt();
        String text = recordedAt == null ? null : recordedAt.toString();
        return switch (asked) {
            case KnownAt.At(Instant instant)
            when holds -> new Place(instant.toString(), instant.toString(), true, position);
            // Once it is settled the same address writes the instant: another tag, so that no reader keeps this one.
            case KnownAt.At ignored -> new Place(text, position, false, position + ".unsettled");
            case KnownAt.Now ignored -> new Place(text, position, false, position);
            case KnownAt.Through ignored -> new Place(text, position, holds, position);
        };
    }
}
