package fr.jalon.query.things;

import fr.jalon.answers.contract.Described;
import fr.jalon.readmodel.question.KnownNames.Known;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Things by their names. */
@Schema(name = "ThingsOfAll", description = "Things by a part of their names")
record ThingsOfAllAnswer(
        @Schema(description = Described.KNOWN_AT_OF_ALL, example = Described.INSTANT)
        String knownAt,

        @Schema(description = "First those whose name begins with the text, then those with a word that does")
        List<KnownThing> things) {
    static ThingsOfAllAnswer of(String knownAt, List<Known> known) {
        return new ThingsOfAllAnswer(
                knownAt,
                known.stream()
                        .map(each -> new KnownThing(each.kind(), each.id(), each.name(), each.territories()))
                        .toList());
    }

    /** A thing with its name. */
    @Schema(name = "KnownThing", description = "A thing with its name")
    record KnownThing(
            @Schema(description = "What kind of thing it is", example = "organisation")
            String kind,

            @Schema(description = "Its id, the same in all registers", example = "mel")
            String id,

            @Schema(
                    description = "The name that it was given last, which it has on every day",
                    example = "Métropole Européenne de Lille")
            String name,

            @Schema(description = "The territories whose registers name it", example = "[\"lille\"]")
            List<String> territories) {}
}
