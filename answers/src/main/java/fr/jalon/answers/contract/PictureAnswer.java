package fr.jalon.answers.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.answers.Stretch;
import fr.jalon.answers.Stretch.Edge;
import fr.jalon.answers.Stretch.Rectangle;
import fr.jalon.events.meaning.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One subject on both axes of time, as answers have it: what may be so on which days, as known while. */
@Schema(name = "Picture", description = "One subject on both axes of time: what may be so, on which days, known while")
public record PictureAnswer(
        @Schema(description = Described.TERRITORY, example = Described.LILLE)
        String territory,

        @Schema(description = Described.KNOWN_AT, example = Described.INSTANT) @Nullable
        String knownAt,

        @Schema(description = Described.POSITION, minimum = "0", example = "12")
        long position,

        @Schema(description = "The kind of fact, as /api/v1/entry-types lists them", example = "coordination-carrier")
        String subject,

        @Schema(description = Described.KEY, example = "") String key,

        @Schema(
                description = "By the entries that brought them; on a day, as known at an instant, it may have the"
                        + " values of those that have both")
        List<KnownValue> rectangles) {
    /** A value over the days and the recorded time that have it. */
    @Schema(name = "KnownValue", description = "A value over the days and the recorded time that have it")
    public record KnownValue(
            @Schema(description = Described.VALUE) ObjectNode value,

            @Schema(description = Described.POSSIBLE, example = "2022-01-01/2023-12-30")
            String possible,

            @Schema(description = Described.CERTAIN, example = "2022-12-31/2022-12-31") @Nullable
            String certain,

            @Schema(description = Described.SINCE, example = "[..2022]") @Nullable
            String since,

            @Schema(description = Described.UNTIL, example = "2023") @Nullable
            String until,

            @Schema(description = Described.ENTRIES) List<UUID> entries,
            @Schema(description = Described.CONTESTED) boolean contested,

            @Schema(description = "The entry with which the register came to hold it")
            RecordedEdge knownFrom,

            @Schema(
                    description = "The entry with which it came to hold something else: the first that has it no more;"
                            + " left out where it still held it")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            RecordedEdge knownTo) {
        private static KnownValue of(Rectangle rectangle) {
            ValueOverDays over = ValueOverDays.of(rectangle.stretch());
            Edge to = rectangle.to();
            return new KnownValue(
                    over.value(),
                    over.possible(),
                    over.certain(),
                    over.since(),
                    over.until(),
                    over.entries(),
                    over.contested(),
                    RecordedEdge.of(rectangle.from()),
                    to == null ? null : RecordedEdge.of(to));
        }
    }

    /** A place on the recorded axis. */
    @Schema(name = "RecordedEdge", description = "An entry, as a place in recorded time")
    public record RecordedEdge(
            @Schema(description = "Its number in its territory's register, from 1", minimum = "1", example = "3")
            long position,

            @Schema(description = "When the register took it in")
            Instant recordedAt) {
        private static RecordedEdge of(Edge edge) {
            return new RecordedEdge(edge.position(), edge.recordedAt());
        }
    }

    /**
     * The picture of these.
     *
     * @param rectangles of this subject, and of all names
     * @param knownAt what the answer says it was known at; null at position 0
     */
    public static PictureAnswer of(
            String territory, Subject subject, List<Rectangle> rectangles, @Nullable String knownAt, long position) {
        Map<Subject, String> names = Stretch.names(rectangles.stream().map(Rectangle::stretch));
        return new PictureAnswer(
                territory,
                knownAt,
                position,
                subject.kind().code(),
                subject.key(),
                rectangles.stream()
                        .filter(rectangle -> rectangle.stretch().subject().equals(subject))
                        .map(rectangle -> rectangle.with(rectangle.stretch().named(names)))
                        .map(KnownValue::of)
                        .toList());
    }
}
