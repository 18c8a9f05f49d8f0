package fr.jalon.readmodel.tracking;

/**
 * Where the projection stands.
 *
 * @param head the log's last entry
 * @param reached up to where all of it was read; entries parked count as read
 */
public record Position(long head, long reached) {
    /** How many entries it is behind. */
    public long lag() {
        return Math.max(0, head - reached);
    }
}
