package fr.jalon.events.phrase;

/** What kind of date a place holds. */
public enum Wanted {
    /** A point or a period, as entries take effect. */
    EFFECTIVE,
    /** A point alone, as a source has been published. */
    POINT,
    /** One day of the calendar, as questions ask about. */
    DAY
}
