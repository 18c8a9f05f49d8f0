package fr.jalon.command.territory;

import java.time.Instant;
import java.util.List;

/** What becomes of an entry that is sent, in one vocabulary from the rules to the answer: yes, or no and why. */
public sealed interface Decision {
    /** The entry is in the register, or in a dry run would be. */
    sealed interface Yes extends Decision {
        /** Its number there, from 1. */
        long position();
    }

    /** The entry was not recorded for this command; of {@link Unavailable} alone nobody can be sure. */
    sealed interface No extends Decision {}

    /** The rules let it in; where it is only tried out, that is all. */
    record Accepted(long position) implements Yes {}

    /**
     * It joined the register.
     *
     * @param recordedAt when the store accepted it
     */
    record Recorded(long position, Instant recordedAt) implements Yes {}

    /** The very same entry was recorded before: nothing more to do. */
    record AlreadyRecorded(long position, Instant recordedAt) implements Yes {}

    /** The territory is none of those in which its sender may record. */
    record NotTheirs(String territory) implements No {}

    /** Nobody opened this territory's register. */
    record NotOpened(String territory) implements No {}

    /** The register holds another entry of this id. */
    record IdTaken(long position) implements No {}

    /** The register of another territory holds an entry of this id. */
    record IdTakenElsewhere() implements No {}

    /** The register went on since its author read it: its last position is this one. */
    record Stale(long position) implements No {}

    /** It breaks these rules; at least one. */
    record Refused(List<Refusal> refusals) implements No {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /** This version cannot read the register from this position on, so nothing can be decided on it. */
    record Unreadable(long position) implements No {}

    /** Too much is under way, or others came first every time: it may be sent again at once. */
    record Busy() implements No {}

    /**
     * The store does not answer.
     *
     * @param mayBeRecorded whether the entry may be in the register all the same: sent again under its id, it tells
     */
    record Unavailable(boolean mayBeRecorded) implements No {}
}
