package fr.jalon.events.entry;

/** What a watchpoint is (<i>nature du point de vigilance</i>); a commitment is a promise, of change or of none. */
public enum WatchpointKind implements Code {
    NEED,
    BARRIER,
    RISK,
    PRIORITY,
    COMMITMENT
}
