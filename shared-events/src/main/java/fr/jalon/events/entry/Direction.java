package fr.jalon.events.entry;

/** Which way an amount moved (<i>sens</i>). */
public enum Direction implements Code {
    INCREASED,
    DECREASED
}
