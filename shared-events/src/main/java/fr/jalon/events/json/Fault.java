package fr.jalon.events.json;

import fr.jalon.events.entry.Code;
import java.util.List;

/**
 * One thing wrong with what was sent.
 *
 * @param code the {@link FaultCode} in kebab-case, stable
 * @param pointer where it stands (RFC 6901 JSON pointer), empty for the whole
 * @param given what was given or wanted there, shortened; empty where there is nothing to show
 * @param choices the values that may stand there; empty where the list is not closed
 */
public record Fault(String code, String pointer, String given, List<Code> choices) {
    private static final int SHOWN = 80;

    public Fault {
        if (given.length() > SHOWN) {
            given = given.substring(
                            0, given.offsetByCodePoints(0, Math.min(SHOWN, given.codePointCount(0, given.length()))))
                    + "…";
        }
        choices = List.copyOf(choices);
    }

    public Fault(String code, String pointer, String given) {
        this(code, pointer, given, List.of());
    }
}
