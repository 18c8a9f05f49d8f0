package fr.jalon.events.entry;

/** What a watchpoint is (<i>nature du point de vigilance</i>); no change is one expressly not planned. */
public enum WatchpointKind implements Code {
    NEED,
    INTEREST,
    BARRIER,
    RISK,
    PRIORITY,
    COMMITMENT,
    NO_CHANGE
}
