package fr.jalon.answers.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.events.register.Remark;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry as the history has it: its place, its content as recorded, and what was said of it since. */
@Schema(description = "One entry and what was said of it since")
public record HistoryItem(
        @Schema(description = "The entry's id") UUID entryId,

        @Schema(description = "Its number in its territory's register, from 1", minimum = "1", example = "3")
        long position,

        @Schema(description = "When the register took it in")
        Instant recordedAt,

        @Schema(description = "Who recorded it; an account's name", example = "national") @Nullable
        String actor,

        @Schema(description = "That account's role then", example = "national") @Nullable
        String role,

        @Schema(
                description =
                        "As it was accepted; where it tells an amount that is not for the reader, amountHidden is true"
                                + " instead",
                ref = "#/components/schemas/Entry")
        ObjectNode entry,

        @Schema(description = "The entries that correct it") List<UUID> correctedBy,

        @Schema(description = "The entry that retracts it; null where none does") @Nullable
        UUID retractedBy,

        @Schema(description = "The entries that say somebody contests it")
        List<UUID> contestedBy,

        @Schema(description = "The entry that says what it announced will not come; null where none does") @Nullable
        UUID abandonedBy,

        @Schema(description = "The entries that say what it announced has come")
        List<UUID> fulfilledBy,

        @Schema(
                description = "What the things it speaks of are called in its territory's register, where that is known"
                        + " and asked for with names=true")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<CalledThing> names,

        @Schema(
                description = "The numbers in their territory's register of the entries it speaks of and of those that"
                        + " speak of it; with names=true")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Numbered> numbers) {
    /** Another entry of the same register, as people call it. */
    @Schema(name = "EntryNumber", description = "An entry with its number")
    public record Numbered(
            @Schema(description = "The entry's id") UUID entryId,

            @Schema(description = "Its number in its territory's register, from 1", minimum = "1", example = "3")
            long position) {}

    /**
     * One with neither names nor numbers of others beside it.
     *
     * @param remarks ids of the entries that speak of it, by what they say, in recorded order
     */
    public static HistoryItem of(
            UUID entryId,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            ObjectNode entry,
            Map<Remark.Kind, List<UUID>> remarks) {
        return new HistoryItem(
                entryId,
                position,
                recordedAt,
                actor,
                role,
                entry,
                remarks.getOrDefault(Remark.Kind.CORRECTED, List.of()),
                first(remarks, Remark.Kind.RETRACTED),
                remarks.getOrDefault(Remark.Kind.CONTESTED, List.of()),
                first(remarks, Remark.Kind.ABANDONED),
                remarks.getOrDefault(Remark.Kind.FULFILLED, List.of()),
                null,
                null);
    }

    private static @Nullable UUID first(Map<Remark.Kind, List<UUID>> remarks, Remark.Kind kind) {
        return remarks.getOrDefault(kind, List.of()).stream().findFirst().orElse(null);
    }

    /** Of the entries it speaks of and of those that speak of it. */
    public Stream<UUID> others() {
        Stream<UUID> aims = Stream.of("target", "fulfils")
                .map(entry::path)
                .filter(JsonNode::isString)
                .map(id -> UUID.fromString(id.stringValue()));
        Stream<UUID> ends = Stream.of(retractedBy, abandonedBy).flatMap(Stream::ofNullable);
        Stream<UUID> remarks = Stream.of(correctedBy, contestedBy, fulfilledBy).flatMap(List::stream);
        return Stream.of(aims, ends, remarks).flatMap(Function.identity()).distinct();
    }

    /** With what the things it speaks of are called, and the numbers of the entries. */
    public HistoryItem calling(List<CalledThing> called, List<Numbered> numbered) {
        return new HistoryItem(
                entryId,
                position,
                recordedAt,
                actor,
                role,
                entry,
                correctedBy,
                retractedBy,
                contestedBy,
                abandonedBy,
                fulfilledBy,
                called,
                numbered);
    }
}
