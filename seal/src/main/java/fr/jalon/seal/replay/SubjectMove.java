package fr.jalon.seal.replay;

import fr.jalon.answers.contract.Described;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A subject whose timeline an entry made another, with its values before and after. */
@Schema(description = "A subject whose timeline the entry made another")
public record SubjectMove(
        @Schema(description = Described.SUBJECT, example = "funding")
        String subject,

        @Schema(description = Described.KEY, example = "mel-programmes")
        String key,

        @Schema(description = "Its values over all days before the entry")
        List<Value> before,

        @Schema(description = "Its values over all days after the entry")
        List<Value> after) {
    private static final String OPEN = "..";

    /** A value over all the days its subject may have it. */
    @Schema(name = "ValueOverDays", description = "A value over all the days its subject may have it")
    public record Value(
            @Schema(description = Described.VALUE) ObjectNode value,

            @Schema(
                    description = "The days on which it may be so: first/last, .. where open",
                    example = "2022-01-01/2023-12-30")
            String possible,

            @Schema(
                    description = "The days on which it is so for certain; null where there is none",
                    example = "2022-12-31/2022-12-31")
            @Nullable
            String certain,

            @Schema(description = Described.SINCE, example = "[..2022]") @Nullable
            String since,

            @Schema(description = Described.UNTIL, example = "2023") @Nullable
            String until,

            @Schema(description = Described.ENTRIES) List<UUID> entries,
            @Schema(description = Described.CONTESTED) boolean contested) {
        private static Value of(Span span) {
            return new Value(
                    EntryJson.nameless(span.value()),
                    days(span.possible()),
                    span.certain() == null ? null : days(span.certain()),
                    span.since(),
                    span.until(),
                    span.entries(),
                    span.contested());
        }
    }

    static List<SubjectMove> between(Register before, Register after) {
        return new TreeSet<>(after.touchedSince(before))
                .stream().flatMap(subject -> of(subject, before, after)).toList();
    }

    private static Stream<SubjectMove> of(Subject subject, Register before, Register after) {
        List<Span> old = before.spans(subject);
        List<Span> now = after.spans(subject);
        return old.equals(now)
                ? Stream.empty()
                : Stream.of(new SubjectMove(subject.kind().code(), subject.key(), values(old), values(now)));
    }

    private static List<Value> values(List<Span> spans) {
        return spans.stream().map(Value::of).toList();
    }

    /** As an EDTF interval, both ends inclusive. */
    private static String days(DayRange range) {
        String from = Days.isBounded(range.from()) ? range.from().toString() : OPEN;
        String to = Days.isBounded(range.to()) ? range.to().minusDays(1).toString() : OPEN;
        return from + "/" + to;
    }
}
