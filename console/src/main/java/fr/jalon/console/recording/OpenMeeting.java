package fr.jalon.console.recording;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/** The meeting (<i>séance</i>) that somebody is recording from: what they record goes into its draft as well. */
public record OpenMeeting(String territory, String id) implements Serializable {
    private static final String KEPT = OpenMeeting.class.getName();

    void open(HttpSession session) {
        session.setAttribute(KEPT, this);
    }

    void close(HttpSession session) {
        if (equals(session.getAttribute(KEPT))) {
            session.removeAttribute(KEPT);
        }
    }

    /** The one that is open and of this territory. */
    static Optional<OpenMeeting> of(HttpSession session, String territory) {
        return Optional.ofNullable(session.getAttribute(KEPT))
                .filter(OpenMeeting.class::isInstance)
                .map(OpenMeeting.class::cast)
                .filter(meeting -> meeting.territory.equals(territory));
    }

    /** Its page. */
    String address() {
        return RecordPage.address("/console/meetings/{territory}/{id}", territory, id);
    }
}
