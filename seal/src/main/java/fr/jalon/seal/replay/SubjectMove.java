package fr.jalon.seal.replay;

import fr.jalon.answers.contract.Described;
import fr.jalon.answers.contract.ValueOverDays;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Register;
import fr.jalon.events.timeline.Span;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A subject whose timeline an entry made another, with its values before and after. */
@Schema(description = "A subject whose timeline the entry made another")
public record SubjectMove(
        @Schema(description = Described.SUBJECT, example = "funding")
        String subject,

        @Schema(description = Described.KEY, example = "mel-programmes")
        String key,

        @Schema(description = "Its values over all days before the entry")
        List<ValueOverDays> before,

        @Schema(description = "Its values over all days after the entry")
        List<ValueOverDays> after) {
    static List<SubjectMove> between(Register before, Register after) {
        return new TreeSet<>(after.touchedSince(before))
                .stream().flatMap(subject -> of(subject, before, after)).toList();
    }

    private static Stream<SubjectMove> of(Subject subject, Register before, Register after) {
        List<Span> old = before.spans(subject);
        List<Span> now = after.spans(subject);
        return old.equals(now)
                ? Stream.empty()
                : Stream.of(new SubjectMove(
                        subject.kind().code(), subject.key(), ValueOverDays.of(old), ValueOverDays.of(now)));
    }
}
