package fr.jalon.events.meaning;

/** What an entry does to its subject's value on the day it takes effect. */
public enum Effect {
    /** A value begins that may not have begun already. */
    BEGINS,
    /** A value takes the place of whatever was there. */
    STATES,
    /** The value goes on with some attributes changed. */
    CHANGES,
    /** The value ends. */
    ENDS
}
