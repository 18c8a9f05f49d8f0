package fr.jalon.readmodel.question;

/**
 * How far a register is carried away: all of it up to a position, inclusive, whatever is recorded meanwhile.
 *
 * @param position its last position; 0 where nothing was recorded yet
 */
public record Extent(String territory, long position) {}
