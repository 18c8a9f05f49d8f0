package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** What of an answer another run says otherwise, why, and what stands in its place in the golden file. */
enum GoldenMask {
    /** The store stamps what is recorded by the machine's clock, and the database refuses any that is far from its own. */
    RECORDED_AT("(\"recordedAt\":\")[^\"]+(\")", "$1<recordedAt>$2");

    private final Pattern hidden;
    private final String shown;

    GoldenMask(String hidden, String shown) {
        this.hidden = Pattern.compile(hidden);
        this.shown = shown;
    }

    /** Hides what these masks hide, named and separated by commas; a mask that finds nothing to hide is not needed there. */
    static byte[] applied(String names, byte[] answer) {
        String text = new String(answer, ISO_8859_1);
        for (String name : names.isEmpty() ? new String[0] : names.split(", ")) {
            GoldenMask mask = valueOf(name);
            if (!mask.hidden.matcher(text).find()) {
                throw new AssertionError("Nothing to hide by " + name);
            }
            text = mask.hidden.matcher(text).replaceAll(mask.shown);
        }
        return text.getBytes(ISO_8859_1);
    }
}
