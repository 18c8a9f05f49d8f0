package fr.jalon.answers.contract;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Explanation;
import fr.jalon.answers.OpenDay;
import fr.jalon.answers.Sentence;
import fr.jalon.answers.Telling;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Certainty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Why a subject is told to be so on a day, as answers have it. */
@Schema(name = "Why", description = "Why a subject is told to be so on a day")
public record WhyAnswer(
        @Schema(description = Described.TERRITORY, example = Described.LILLE)
        String territory,

        @Schema(description = Described.AS_OF, example = Described.DAY)
        LocalDate asOf,

        @Schema(description = Described.KNOWN_AT, example = Described.INSTANT) @Nullable
        String knownAt,

        @Schema(description = Described.POSITION, minimum = "0", example = "12")
        long position,

        @Schema(description = "The kind of fact, as /api/v1/entry-types lists them", example = "coordination-carrier")
        String subject,

        @Schema(description = Described.KEY, example = "") String key,

        @Schema(description = "The values that it has or may have; empty where it has none")
        List<StatedFact> facts,

        @Schema(
                description =
                        "The ids of the entries that the whole of this rests on, in timeline order: without any of"
                                + " them it would be another; empty where no entry speaks of that day")
        List<UUID> entries,

        @Schema(description = "The days that nobody knows and that leave it open; empty where nothing is open")
        List<Doubt> doubts) {
    /** A day that nobody knows. */
    @Schema(description = "A day that nobody knows, and on which the answer depends")
    public record Doubt(
            @Schema(description = "The ids of the entry that tells it, and of the correction by which it stands")
            List<UUID> entries,

            @Schema(description = "The type of that entry", example = "coordination-carrier-changed")
            String type,

            @Schema(description = "Whether it is the last day of that entry's period, not the day it takes effect")
            boolean ofTheEnd,

            @Schema(description = "The first day it may be; null where that is open", example = "2023-01-01") @Nullable
            LocalDate earliest,

            @Schema(description = "The last day it may be; null where that is open", example = "2023-12-31") @Nullable
            LocalDate latest,

            @Schema(description = "What is so for each part of those days; days that are ruled out are in none")
            List<Case> cases,

            @Schema(description = "What would settle it, in words")
            Sentence settledBy) {
        private static Doubt of(OpenDay day) {
            return new Doubt(
                    day.entries(),
                    day.type().name(),
                    day.isEnd(),
                    bounded(day.days().earliest()),
                    bounded(day.days().latest()),
                    day.cases().stream().map(Case::of).toList(),
                    Telling.of(day));
        }
    }

    /** What is so if the day is one of some. */
    @Schema(name = "CaseOfDoubt", description = "What is so if the day is one of these")
    public record Case(
            @Schema(description = "The first of them; null where that is open", example = "2023-01-01") @Nullable
            LocalDate earliest,

            @Schema(description = "The last of them; null where that is open", example = "2023-06-01") @Nullable
            LocalDate latest,

            @Schema(description = Described.HELD) Certainty held,

            @Schema(description = "The values it has or may have then")
            List<Value> values,

            @Schema(description = Described.SENTENCE) Sentence sentence) {
        private static Case of(OpenDay.Case one) {
            return new Case(
                    bounded(one.days().earliest()),
                    bounded(one.days().latest()),
                    one.held(),
                    one.values().stream()
                            .map(fact -> new Value(fact.value(), fact.certainty()))
                            .toList(),
                    Telling.of(one));
        }
    }

    /** A value of such a case. */
    @Schema(name = "ValueOfCase", description = "A value that the subject has or may have in such a case")
    public record Value(
            @Schema(description = Described.VALUE) ObjectNode value,
            @Schema(description = Described.CERTAINTY) Certainty certainty) {}

    /** The answer on what is known up to a position. */
    public static WhyAnswer of(
            String territory, AsOf asOf, @Nullable String knownAt, long position, Subject subject, Explanation why) {
        return new WhyAnswer(
                territory,
                asOf.day(),
                knownAt,
                position,
                subject.kind().code(),
                subject.key(),
                why.values().stream().map(StatedFact::of).toList(),
                why.entries(),
                why.doubts().stream().map(Doubt::of).toList());
    }

    private static @Nullable LocalDate bounded(LocalDate day) {
        return Days.isBounded(day) ? day : null;
    }
}
