package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;
import fr.jalon.readmodel.question.Frontier;

/**
 * Up to when an answer reads all registers: as asked for, or else up to the last entry of all.
 *
 * @param holds whether no later entry can come before it, so that a link to it may be given
 * @param isGiven whether the request names it
 * @param frontier how far all registers were read when this was found
 */
public record CitedInstant(KnownAt knownAt, boolean holds, boolean isGiven, Frontier frontier) {
    public boolean isPinned() {
        return isGiven && holds;
    }

    /** Names what the answer rests on. */
    String tag() {
        return frontier.tag();
    }

    /** The instant as the answer and its link write it. */
    public String text() {
        return knownAt.toString();
    }
}
