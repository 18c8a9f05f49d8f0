package fr.jalon.events.entry;

/** The kind of contract a position is held under (<i>contrat</i>). */
public enum Contract implements Code {
    PERMANENT,
    FIXED_TERM,
    SECONDMENT,
    FREELANCE,
    INTERNSHIP,
    CIVIC_SERVICE,
    UNSPECIFIED
}
