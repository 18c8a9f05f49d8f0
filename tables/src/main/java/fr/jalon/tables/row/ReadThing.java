package fr.jalon.tables.row;

/**
 * What was written in a row by its name, to be said back with its id.
 *
 * @param column its header
 */
public record ReadThing(String column, String written, String id, How how) {
    /** How a name became an id. */
    public enum How {
        /** A thing in the register is called so. */
        FOUND,
        /** Nothing was called so: the id is made of the name. */
        MADE,
        /** A word that names no thing, a topic say, is written as ids are. */
        WORD
    }
}
