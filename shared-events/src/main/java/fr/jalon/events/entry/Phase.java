package fr.jalon.events.entry;

/** How far a programme has come on a territory (<i>phase</i>). */
public enum Phase implements Code {
    STUDY,
    PREFIGURATION,
    LAUNCH,
    EXPERIMENTATION,
    DEPLOYMENT,
    STABILISATION,
    EXTENSION,
    CLOSURE
}
