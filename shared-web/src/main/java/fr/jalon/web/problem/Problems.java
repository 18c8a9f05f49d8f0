package fr.jalon.web.problem;

import fr.jalon.events.json.Fault;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.MalformedEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/** The problems any request may meet. Those of one service alone are made beside what raises them. */
public final class Problems {
    private static final Sentences FAULTS = Sentences.of(Problems.class, "faults");
    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad-request"),
            Map.entry(401, "not-signed-in"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(408, "request-timeout"),
            Map.entry(413, "too-large"),
            Map.entry(414, "address-too-long"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(431, "headers-too-large"),
            Map.entry(500, "internal-error"),
            Map.entry(503, "unavailable"));

    private Problems() {}

    /** The problem that an HTTP status alone tells. */
    public static Problem of(int status) {
        String code = CODES.get(status);
        if (code != null) {
            return Problem.of(status, code);
        }
        return Problem.of(status, status < 500 ? "bad-request" : "internal-error");
    }

    /** 400: what was sent is no entry. */
    public static Problem malformed(MalformedEntry entry) {
        return Problem.of(400, "malformed-entry")
                .because(entry.faults().stream().map(Problems::cause).toList());
    }

    /** One thing wrong with an entry, in words. */
    public static Problem.Cause cause(Fault fault) {
        return new Problem.Cause(fault.code(), fault.pointer(), FAULTS.say(fault.code(), fault.given()), null);
    }

    /** The same for one fault, at this place. */
    public static Problem malformed(FaultCode code, String pointer, String given) {
        return Problem.of(400, "malformed-entry").because(List.of(cause(new Fault(code.code(), pointer, given))));
    }

    /** 400: this parameter or header cannot be read. */
    public static Problem invalidParameter(String name) {
        return Problem.of(400, "invalid-parameter").detailed(name);
    }

    /** 400: a misspelt name must not silently ask for something else. */
    public static Problem unknownParameter(String name, Set<String> known) {
        return Problem.of(400, "unknown-parameter").detailed(name, known.isEmpty() ? "–" : String.join(", ", known));
    }

    /** 400: a call may say a thing once. */
    public static Problem repeatedParameter(String name) {
        return Problem.of(400, "repeated-parameter").detailed(name);
    }

    /** 404: nobody opened this territory's register. */
    public static Problem unknownTerritory(String territory) {
        return Problem.of(404, "unknown-territory").detailed(territory);
    }

    /** 405, with what is allowed. */
    public static Problem methodNotAllowed(Collection<HttpMethod> allowed) {
        return of(405).header(
                        "Allow", allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
    }

    /** 503 for this many seconds at least. */
    public static Problem unavailable(int seconds) {
        return of(503).header("Retry-After", Integer.toString(seconds));
    }
}
