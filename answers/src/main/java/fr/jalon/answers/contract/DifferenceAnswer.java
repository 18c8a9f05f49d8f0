package fr.jalon.answers.contract;

import fr.jalon.answers.Difference;
import fr.jalon.answers.Difference.Axis;
import fr.jalon.answers.RegisterState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A difference as answers have it, along one of the two axes. */
@Schema(
        name = "Difference",
        description = "What began, ended and changed between two days, or between two places of the recorded axis")
public sealed interface DifferenceAnswer {
    String BEGAN = "Subjects that had no value before and have one after";
    String ENDED = "Subjects that had a value before and have none after";
    String CHANGED = "Subjects whose values are others, more or less certain, or contested now";

    /** Between two days of the world, as known at one instant. */
    @Schema(name = "DifferenceOfDays", description = "Between two days of the world, as known at one instant")
    record OfDays(
            @Schema(description = Described.TERRITORY, example = Described.LILLE)
            String territory,

            @Schema(description = "The earlier day", example = "2022-01-01")
            LocalDate from,

            @Schema(description = "The later day", example = Described.DAY)
            LocalDate to,

            @Schema(description = Described.KNOWN_AT, example = Described.INSTANT) @Nullable
            String knownAt,

            @Schema(description = Described.POSITION, minimum = "0", example = "12")
            long position,

            @Schema(description = BEGAN) List<SubjectChange> began,
            @Schema(description = ENDED) List<SubjectChange> ended,
            @Schema(description = CHANGED) List<SubjectChange> changed)
            implements DifferenceAnswer {
        public static OfDays of(RegisterState before, RegisterState after, @Nullable String knownAt) {
            Difference difference = Difference.between(before, after);
            return new OfDays(
                    before.territory(),
                    before.asOf().day(),
                    after.asOf().day(),
                    knownAt,
                    after.position(),
                    SubjectChange.of(difference.began(), Axis.WORLD),
                    SubjectChange.of(difference.ended(), Axis.WORLD),
                    SubjectChange.of(difference.changed(), Axis.WORLD));
        }
    }

    /** Of one day of the world, as known at two places of the recorded axis. */
    @Schema(name = "DifferenceOfKnowledge", description = "Of one day of the world, as known at two instants")
    record OfKnowledge(
            @Schema(description = Described.TERRITORY, example = Described.LILLE)
            String territory,

            @Schema(description = Described.AS_OF, example = Described.DAY)
            LocalDate asOf,

            @Schema(description = "The earlier instant; null where nothing was recorded by then") @Nullable
            String knownFrom,

            @Schema(description = "The later instant; null where nothing was recorded by then") @Nullable
            String knownTo,

            @Schema(description = "The number of the last entry known earlier", minimum = "0", example = "1")
            long fromPosition,

            @Schema(description = "The number of the last entry known later", minimum = "0", example = "12")
            long toPosition,

            @Schema(description = BEGAN) List<SubjectChange> began,
            @Schema(description = ENDED) List<SubjectChange> ended,
            @Schema(description = CHANGED) List<SubjectChange> changed)
            implements DifferenceAnswer {
        public static OfKnowledge of(
                RegisterState before, RegisterState after, @Nullable String knownFrom, @Nullable String knownTo) {
            Difference difference = Difference.between(before, after);
            return new OfKnowledge(
                    before.territory(),
                    before.asOf().day(),
                    knownFrom,
                    knownTo,
                    before.position(),
                    after.position(),
                    SubjectChange.of(difference.began(), Axis.KNOWLEDGE),
                    SubjectChange.of(difference.ended(), Axis.KNOWLEDGE),
                    SubjectChange.of(difference.changed(), Axis.KNOWLEDGE));
        }
    }
}
