package fr.jalon.tables.column;

/** Whether an entry needs a column filled in. */
public enum Need {
    ALWAYS,
    /** One at least of the columns that say so. */
    ONE_OF,
    IF_KNOWN
}
