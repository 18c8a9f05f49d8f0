package fr.jalon.events.entry;

/** Whether an entry tells what is so, or what is expected (<i>statut</i>). */
public enum Status implements Code {
    ACTUAL,
    PLANNED,
    POSSIBLE
}
