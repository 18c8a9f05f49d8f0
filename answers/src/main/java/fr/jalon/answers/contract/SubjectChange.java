package fr.jalon.answers.contract;

import fr.jalon.answers.Difference.Axis;
import fr.jalon.answers.Difference.Change;
import fr.jalon.answers.Fact;
import fr.jalon.answers.Sentence;
import fr.jalon.answers.Telling;
import fr.jalon.events.meaning.FactKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What became of one subject between two states, as answers have it. */
@Schema(name = "Change", description = "One subject before and after; one of the two is empty where it began or ended")
public record SubjectChange(
        @Schema(description = Described.SUBJECT, example = "funding")
        String subject,

        @Schema(description = Described.KEY, example = "mel-programmes")
        String key,

        @Schema(description = "Its values before: facts, or announcements where subject is outlook")
        List<ChangedValue> before,

        @Schema(description = "Its values after") List<ChangedValue> after,
        @Schema(description = Described.SENTENCE) Sentence sentence) {
    static List<SubjectChange> of(List<Change> changes, Axis axis) {
        return changes.stream().map(change -> of(change, axis)).toList();
    }

    private static SubjectChange of(Change change, Axis axis) {
        return new SubjectChange(
                change.subject().kind().code(),
                change.subject().key(),
                change.before().stream().map(SubjectChange::value).toList(),
                change.after().stream().map(SubjectChange::value).toList(),
                Telling.of(change, axis));
    }

    private static ChangedValue value(Fact fact) {
        return fact.subject().kind() instanceof FactKind ? StatedFact.of(fact) : Announcement.of(fact);
    }
}
