package fr.jalon.events.timeline;

/** What a transition does to its subject's value. */
public enum Effect {
    /** A value begins that may not have begun already. */
    BEGINS,
    /** A value takes the place of whatever was there. */
    STATES,
    /** The value goes on with some attributes changed. */
    CHANGES,
    /** The value ends because an entry says so. */
    ENDS,
    /** The value ends because the period it was given for is over. */
    LAPSES
}
