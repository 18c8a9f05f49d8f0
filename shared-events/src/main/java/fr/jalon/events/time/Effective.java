package fr.jalon.events.time;

/** When something is so in the world, as its author wrote it: a {@link Point} or a {@link Period} (valid time). */
public sealed interface Effective permits Point, Period {
    /** What its text looks like, as far as a regular expression can tell. */
    String PATTERN = Edtf.EFFECTIVE;

    /** The text as written, in the EDTF profile of {@link Edtf}. */
    String text();

    /** The point at which it begins. */
    Point start();

    static Effective parse(String text) {
        return Edtf.effective(text);
    }
}
