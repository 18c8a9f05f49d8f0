package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;

/**
 * Up to when an answer reads all registers: as asked for, or else up to the last entry of all.
 *
 * @param holds whether no later entry can come before it, so that a link to it may be given
 * @param isGiven whether the request names it
 * @param tag names what the answer rests on
 */
public record CitedInstant(KnownAt knownAt, boolean holds, boolean isGiven, String tag) {
    public boolean isPinned() {
        return isGiven && holds;
    }

    /** The instant as the answer and its link write it. */
    public String text() {
        return knownAt.toString();
    }
}
