package fr.jalon.events.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Meetings, each a point in time (<i>réunions</i>). */
public sealed interface MeetingEntry extends WorldEntry {
    /**
     * A committee met (<i>COPIL</i>).
     *
     * @param agenda what it met for, point by point
     * @param remote whether it met by video or telephone
     */
    record SteeringCommitteeHeld(
            Header header,
            Reference meeting,
            Level level,
            @Nullable Boolean remote,
            List<Organisation> participants,
            List<String> agenda)
            implements MeetingEntry {
        public SteeringCommitteeHeld {
            participants = List.copyOf(participants);
            agenda = List.copyOf(agenda);
        }
    }
}
