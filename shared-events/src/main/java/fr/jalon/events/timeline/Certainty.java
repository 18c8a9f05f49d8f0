package fr.jalon.events.timeline;

import fr.jalon.events.entry.Code;

/** How sure an answer is about a value on a day. */
public enum Certainty implements Code {
    CERTAIN,
    POSSIBLE
}
