package fr.jalon.answers.contract;

import fr.jalon.answers.EntryEffect;
import fr.jalon.answers.Sentence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link EntryEffect} as answers have it. */
@Schema(description = "What an entry would change of one subject, over all days")
public record SubjectEffect(
        @Schema(
                description = "The kind of fact, as /api/v1/entry-types lists them, outlook, or name",
                example = "worksite")
        String subject,

        @Schema(description = Described.KEY, example = "jardins-du-nord/convergence")
        String key,

        @Schema(
                description = "The first day on which it would have another value, or more or less certainly;"
                        + " null where that is open, or on no day",
                example = "2023-09-22")
        @Nullable
        LocalDate from,

        @Schema(description = "Its values over all days without the entry; empty where it would begin")
        List<ValueOverDays> before,

        @Schema(description = "Its values over all days with the entry; empty where nothing of it would be left")
        List<ValueOverDays> after,

        @Schema(description = Described.SENTENCE) Sentence sentence) {
    public static SubjectEffect of(EntryEffect effect) {
        return new SubjectEffect(
                effect.subject().kind().code(),
                effect.subject().key(),
                effect.firstDay(),
                effect.before().stream().map(ValueOverDays::of).toList(),
                effect.after().stream().map(ValueOverDays::of).toList(),
                effect.sentence());
    }
}
