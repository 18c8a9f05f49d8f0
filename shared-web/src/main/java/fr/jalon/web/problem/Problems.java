package fr.jalon.web.problem;

import fr.jalon.events.json.Fault;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.MalformedEntry;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The problems any request may meet. Those of one service alone are made beside what raises them. */
public final class Problems {
    private static final SentencePair FAULTS = SentencePair.of(Problems.class, "faults");

    /** Those that an HTTP status alone tells. */
    private static final Map<Integer, ProblemCode> BY_STATUS = Stream.of(
                    ProblemCode.BAD_REQUEST,
                    ProblemCode.NOT_SIGNED_IN,
                    ProblemCode.FORBIDDEN,
                    ProblemCode.NOT_FOUND,
                    ProblemCode.METHOD_NOT_ALLOWED,
                    ProblemCode.NOT_ACCEPTABLE,
                    ProblemCode.REQUEST_TIMEOUT,
                    ProblemCode.TOO_LARGE,
                    ProblemCode.ADDRESS_TOO_LONG,
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    ProblemCode.HEADERS_TOO_LARGE,
                    ProblemCode.INTERNAL_ERROR,
                    ProblemCode.UNAVAILABLE)
            .collect(Collectors.toUnmodifiableMap(ProblemCode::status, Function.identity()));

    private Problems() {}

    /** The problem that an HTTP status alone tells. */
    public static Problem of(int status) {
        ProblemCode otherwise = status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR;
        return Problem.of(BY_STATUS.getOrDefault(status, otherwise)).under(status);
    }

    /** 400: what was sent is no entry. */
    public static Problem malformed(MalformedEntry entry) {
        return Problem.of(ProblemCode.MALFORMED_ENTRY)
                .because(entry.faults().stream().map(Problems::cause).toList());
    }

    /** One thing wrong with an entry, in words. */
    public static Problem.Cause cause(Fault fault) {
        return new Problem.Cause(fault.code(), fault.pointer(), FAULTS.say(fault.code(), language ->
                new Object[] {fault.given(), choices(fault, language)}));
    }

    /** What may stand there, as programs write it and with its word: {@code need (besoin)}. */
    private static String choices(Fault fault, Language language) {
        Labels labels = Labels.in(language.locale());
        return fault.choices().stream()
                .map(value -> value.code().equalsIgnoreCase(labels.of(value))
                        ? value.code()
                        : value.code() + " (" + labels.of(value) + ")")
                .collect(Collectors.joining(", "));
    }

    /** The same for one fault, at this place. */
    public static Problem malformed(FaultCode code, String pointer, String given) {
        return Problem.of(ProblemCode.MALFORMED_ENTRY).because(List.of(cause(new Fault(code.code(), pointer, given))));
    }

    /** 400: this parameter or header cannot be read. */
    public static Problem invalidParameter(String name) {
        return Problem.of(ProblemCode.INVALID_PARAMETER).detailed(name);
    }

    /** 400: a misspelt name must not silently ask for something else. */
    public static Problem unknownParameter(String name, Set<String> known) {
        return Problem.of(ProblemCode.UNKNOWN_PARAMETER)
                .detailed(name, known.isEmpty() ? "–" : String.join(", ", known));
    }

    /** 400: a call may say a thing once. */
    public static Problem repeatedParameter(String name) {
        return Problem.of(ProblemCode.REPEATED_PARAMETER).detailed(name);
    }

    /** 404: nobody opened this territory's register. */
    public static Problem unknownTerritory(String territory) {
        return Problem.of(ProblemCode.UNKNOWN_TERRITORY).detailed(territory);
    }

    /** 405, with what is allowed. */
    public static Problem methodNotAllowed(Collection<HttpMethod> allowed) {
        return Problem.of(ProblemCode.METHOD_NOT_ALLOWED)
                .header("Allow", allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
    }

    /** 406, with what is offered. */
    public static Problem notAcceptable(Collection<MediaType> offered) {
        Problem problem = Problem.of(ProblemCode.NOT_ACCEPTABLE);
        return offered.isEmpty()
                ? problem
                : problem.detailed(offered.stream()
                        .map(type -> type.getType() + "/" + type.getSubtype())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    /** 503 for this many seconds at least. */
    public static Problem unavailable(int seconds) {
        return Problem.of(ProblemCode.UNAVAILABLE).header("Retry-After", Integer.toString(seconds));
    }
}
