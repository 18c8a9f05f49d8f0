package fr.jalon.query.things;

import fr.jalon.answers.contract.CalledThing;
import fr.jalon.answers.contract.Described;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.readmodel.question.WordsInUse.NamedThing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a name in a territory's register. */
@Schema(name = "Things", description = "What has a name in a territory's register, by which it can be found")
record ThingsAnswer(
        @Schema(description = "Its id", example = "marseille")
        String territory,

        @Schema(description = Described.KNOWN_AT, example = Described.INSTANT) @Nullable
        String knownAt,

        @Schema(description = Described.POSITION, minimum = "0", example = "12")
        long position,

        @Schema(description = "In the order of their names") List<CalledThing> things) {
    static ThingsAnswer of(String territory, CitedPlace place, List<NamedThing> things) {
        return new ThingsAnswer(
                territory,
                place.text(),
                place.known().position(),
                things.stream()
                        .map(thing -> new CalledThing(thing.kind(), thing.id(), thing.name()))
                        .toList());
    }
}
