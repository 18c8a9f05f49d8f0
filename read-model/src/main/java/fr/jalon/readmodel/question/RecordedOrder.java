package fr.jalon.readmodel.question;

/** Which way a history is read. */
public enum RecordedOrder {
    OLDEST_FIRST(">", "", 0),
    NEWEST_FIRST("<", " desc", Long.MAX_VALUE);

    private final String beyond;
    private final String direction;
    private final long outset;

    RecordedOrder(String beyond, String direction, long outset) {
        this.beyond = beyond;
        this.direction = direction;
        this.outset = outset;
    }

    /** The position before the first that is read. */
    public long outset() {
        return outset;
    }

    /** How what is read later compares, in SQL. */
    String beyond() {
        return beyond;
    }

    /** What follows each column to sort by, in SQL. */
    String direction() {
        return direction;
    }
}
