package fr.jalon.events.entry;

/** Where an institution stands (<i>position</i>). */
public enum Stance implements Code {
    SUPPORTS,
    SATISFIED,
    CONDITIONAL,
    NEUTRAL,
    INSUFFICIENT,
    OPPOSES
}
