package fr.jalon.events.entry;

/** The level at which a committee sits (<i>niveau</i>). */
public enum Level implements Code {
    NATIONAL,
    REGIONAL,
    DEPARTMENTAL,
    LOCAL
}
