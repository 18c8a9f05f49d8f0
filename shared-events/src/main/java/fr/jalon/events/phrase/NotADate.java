package fr.jalon.events.phrase;

import fr.jalon.events.time.Effective;
import java.util.List;

/** Ends the reading of a phrase; it never leaves {@link DateReader}, which answers a refusal. */
final class NotADate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DateRefusal why;
    private final transient List<Effective> choices;

    NotADate(DateRefusal why, Effective... choices) {
        super(why.name(), null, false, false);
        this.why = why;
        this.choices = List.of(choices);
    }

    DateRefusal why() {
        return why;
    }

    List<Effective> choices() {
        return choices;
    }
}
