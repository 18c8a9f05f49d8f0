package fr.jalon.events.meaning;

/** What travels with the facts and is none. */
public enum CompanionKind implements SubjectKind {
    /** What a thing is called. */
    NAME,
    /** What is announced and has not come. */
    OUTLOOK
}
