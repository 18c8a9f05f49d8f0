package fr.jalon.log;

/**
 * What a log commits itself to: how many leaves it has and their root (C2SP tlog-checkpoint).
 *
 * @param origin which log, by a name that no other has
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * Reads the text of a checkpoint; this log's has no further lines.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || lines[0].isEmpty() || !lines[LINES].isEmpty()) {
            throw new IllegalArgumentException("a checkpoint has an origin, a size and a root");
        }
        Checkpoint checkpoint = new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.parse(lines[2]));
        if (checkpoint.size < 0 || !checkpoint.text().equals(text)) {
            throw new IllegalArgumentException("a checkpoint is written in one way only");
        }
        return checkpoint;
    }
}
