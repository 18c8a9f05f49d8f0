package fr.jalon.events.time;

/** A date outside the profile of {@link Edtf}; the message says what is wrong with it. */
public final class MalformedDate extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedDate(String text, String why) {
        super("\"" + text + "\" " + why);
    }
}
