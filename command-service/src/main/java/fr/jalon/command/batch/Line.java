package fr.jalon.command.batch;

/** One line of many; a class, for a record would compare its bytes by identity. */
final class Line {
    private final long number;
    private final byte[] text;
    private final boolean tooLong;

    Line(long number, byte[] text, boolean tooLong) {
        this.number = number;
        this.text = text;
        this.tooLong = tooLong;
    }

    /** From 1, blank lines counted. */
    long number() {
        return number;
    }

    byte[] text() {
        return text;
    }

    /** Whether it went past the limit; then its text is left out. */
    boolean isTooLong() {
        return tooLong;
    }
}
