package fr.jalon.console.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that the register holds of a person. */
public record HeldOfPerson(
        String person, boolean erased, @Nullable Limitation limitation, List<NamedIn> entries) {
    /** Of what the register answers. */
    public static HeldOfPerson of(JsonNode answer) {
        return JsonMapper.shared().treeToValue(answer, HeldOfPerson.class);
    }

    /** An entry that names the person. */
    public record NamedIn(
            String territory,
            long position,
            String entryId,
            Instant recordedAt,
            @Nullable JsonNode entry) {}

    /** Every limitation, the latest first. */
    public record Limitations(List<Limitation> limitations) {}

    /**
     * That only the national team reads the name.
     *
     * @param state {@code in-force}, or {@code lifted}
     * @param person whose; null once they were erased
     */
    public record Limitation(
            String state,
            @Nullable String person,
            String reason,
            String limitedBy,
            Instant limitedAt,
            @Nullable String liftedBy,
            @Nullable Instant liftedAt,
            @Nullable String liftedFor) {}

    /** Texts that seem to speak of the person. */
    public record Mentions(List<Mention> mentions) {}

    /** One of them; whether it has the whole name. */
    public record Mention(String territory, long position, String entryId, String text, boolean whole) {}

    /**
     * All erasures, the latest first.
     *
     * @param waiting what those wait for that no register has yet, by language; null where none waits
     */
    public record Erasures(
            List<Erasure> erasures,
            List<String> erased,
            @Nullable Map<String, String> waiting) {}

    /** The entry of an erasure. */
    public record InRegister(String territory, String entryId, long position) {}

    /**
     * An erasure: asked for by one account, done once another one confirms it.
     *
     * @param person of whom it is asked; null once it is done
     */
    public record Erasure(
            long erasure,
            String state,
            @Nullable String person,
            String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable InRegister entry) {}
}
