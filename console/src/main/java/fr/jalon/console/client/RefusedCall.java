package fr.jalon.console.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The register says no: its problem document (RFC 9457), in both languages. */
public final class RefusedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * What a refusal says.
     *
     * @param titles by language
     * @param details by language; what would be right
     */
    public record Problem(
            int status,
            String code,
            @Nullable Map<String, String> titles,
            @Nullable Map<String, String> details,
            @JsonProperty("errors") @Nullable List<Fault> faults) {}

    /**
     * A field at fault.
     *
     * @param pointer where it stands in what was sent
     * @param entry the entry of the register that stands against it
     * @param position that entry's number there
     */
    public record Fault(
            @Nullable String pointer,
            @Nullable String code,
            @Nullable Map<String, String> details,
            @Nullable String entry,
            @Nullable Long position) {}

    public RefusedCall(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Its sentence in a language; its code where it has none. */
    public String sentence(String language) {
        Map<String, String> said = Objects.requireNonNullElse(problem.details(), Map.of());
        String title = Objects.requireNonNullElse(problem.titles(), Map.<String, String>of())
                .getOrDefault(language, problem.code());
        return said.getOrDefault(language, title);
    }
}
