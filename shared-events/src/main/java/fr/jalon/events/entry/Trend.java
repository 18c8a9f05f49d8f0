package fr.jalon.events.entry;

/** Which way a figure moves, where its source says no more (<i>tendance</i>). */
public enum Trend implements Code {
    INCREASED,
    DECREASED,
    STABLE
}
