package fr.jalon.console.recording;

import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.say.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What recording would change, or why the register would refuse it.
 *
 * @param sentences what would begin, end or change
 * @param refusal why not; null where it would be recorded
 * @param faults what is wrong field by field
 * @param against the entries that stand against it
 * @param names words of its texts that are probably persons' names, by field
 */
public record ForeseenEffect(
        List<String> sentences,
        @Nullable String refusal,
        Map<String, String> faults,
        List<Against> against,
        List<LikelyName> names) {
    private static final int MALFORMED = 400;

    /** Words that are probably a name, and the field they stand in. */
    public record LikelyName(String field, String words) {}

    /** An entry that stands against it, by its id and its number in the register. */
    public record Against(String entryId, long position) {}

    /** The words that are probably names, each once, as a sentence has them. */
    public String named() {
        return names.stream().map(LikelyName::words).distinct().collect(Collectors.joining(", "));
    }

    /** Nothing was asked of the register: what was typed cannot be read. */
    static ForeseenEffect misread(Map<String, String> faults) {
        return new ForeseenEffect(List.of(), null, faults, List.of(), List.of());
    }

    /** Whether it would be recorded. */
    public boolean isFit() {
        return refusal == null && faults.isEmpty();
    }

    /** What the register says to a rehearsal. */
    static ForeseenEffect of(JsonNode rehearsed, Words words) {
        return new ForeseenEffect(
                rehearsed
                        .path("effect")
                        .valueStream()
                        .map(change ->
                                change.path("sentence").path(words.code()).asString(""))
                        .filter(sentence -> !sentence.isEmpty())
                        .toList(),
                null,
                Map.of(),
                List.of(),
                rehearsed
                        .path("hints")
                        .valueStream()
                        .map(hint -> new LikelyName(
                                field(hint.path("pointer").asString("")),
                                hint.path("words").asString("")))
                        .toList());
    }

    /** Why it says no. */
    static ForeseenEffect of(RefusedCall refused, Words words) {
        Map<String, String> faults = new HashMap<>();
        List<String> others = new ArrayList<>();
        List<Against> against = new ArrayList<>();
        for (RefusedCall.Fault fault :
                Objects.requireNonNullElse(refused.problem().faults(), List.<RefusedCall.Fault>of())) {
            String said = Objects.requireNonNullElse(fault.details(), Map.<String, String>of())
                    .getOrDefault(words.code(), String.valueOf(fault.code()));
            if (fault.entry() != null && fault.position() != null) {
                against.add(new Against(fault.entry(), fault.position()));
            }
            if (fault.pointer() == null) {
                others.add(said);
            } else {
                faults.merge(field(fault.pointer()), said, (one, other) -> one + " " + other);
            }
        }
        boolean isSaidBesideFields = refused.problem().status() == MALFORMED && others.isEmpty() && !faults.isEmpty();
        others.addFirst(refused.sentence(words.code()));
        String refusal = isSaidBesideFields ? null : String.join(" ", others);
        return new ForeseenEffect(List.of(), refusal, faults, against, List.of());
    }

    /** What the form calls the place that a pointer (RFC 6901) is to. */
    private static String field(String pointer) {
        return pointer.replaceFirst("^/(entry/)?", "").replace('/', '.');
    }
}
