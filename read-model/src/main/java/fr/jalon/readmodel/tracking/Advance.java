package fr.jalon.readmodel.tracking;

/**
 * How far the projection has come.
 *
 * @param head the log's last entry
 * @param reached up to where all of it was read; entries parked count as read
 */
public record Advance(long head, long reached) {
    /** How many entries it is behind. */
    public long lag() {
        return Math.max(0, head - reached);
    }
}
