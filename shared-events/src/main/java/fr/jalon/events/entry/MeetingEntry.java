package fr.jalon.events.entry;

import java.util.List;

/** Meetings, each a point in time (<i>réunions</i>). */
public sealed interface MeetingEntry extends WorldEntry {
    /** A committee met (<i>COPIL</i>). */
    record SteeringCommitteeHeld(Header header, Reference meeting, Level level, List<Reference> participants)
            implements MeetingEntry {
        public SteeringCommitteeHeld {
            participants = List.copyOf(participants);
        }
    }
}
