package fr.jalon.answers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch and the recorded time over which the register held it: one of the areas that the values of a subject make
 * of both axes together.
 *
 * @param from the entry that brought it
 * @param to the entry that brought something else in its place; null where none did yet
 */
public record Rectangle(
        Stretch stretch, Edge from, @Nullable Edge to) {
    /** Where on the recorded axis it begins or ends. */
    public record Edge(long position, Instant recordedAt) {}

    public Rectangle with(Stretch other) {
        return new Rectangle(other, from, to);
    }
}
