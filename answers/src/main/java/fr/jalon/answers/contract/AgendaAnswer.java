package fr.jalon.answers.contract;

import fr.jalon.answers.Agenda;
import fr.jalon.answers.AsOf;
import fr.jalon.answers.Stretch;
import fr.jalon.events.time.Window;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agenda as answers have it. */
@Schema(name = "Agenda", description = "What the mere passing of days brings, and what is announced")
public record AgendaAnswer(
        @Schema(description = Described.TERRITORY, example = Described.LILLE)
        String territory,

        @Schema(description = "The first day", example = Described.DAY)
        LocalDate from,

        @Schema(description = "The last day", example = "2024-03-01")
        LocalDate to,

        @Schema(description = "The day on which it is drawn up, and what was announced judged", example = Described.DAY)
        LocalDate asOf,

        @Schema(description = Described.KNOWN_AT, example = Described.INSTANT) @Nullable
        String knownAt,

        @Schema(description = Described.POSITION, minimum = "0", example = "12")
        long position,

        @Schema(description = "What comes, by day") List<AgendaItem> items) {
    /**
     * The agenda of these days.
     *
     * @param stretches as {@link Agenda#of} asks for them
     * @param knownAt what the answer says it was known at; null at position 0
     * @param position its last position
     */
    public static AgendaAnswer of(
            String territory,
            Window days,
            AsOf drawnUp,
            List<Stretch> stretches,
            @Nullable String knownAt,
            long position) {
        return new AgendaAnswer(
                territory,
                days.earliest(),
                days.latest(),
                drawnUp.day(),
                knownAt,
                position,
                Agenda.of(stretches, days, drawnUp).items().stream()
                        .map(AgendaItem::of)
                        .toList());
    }
}
