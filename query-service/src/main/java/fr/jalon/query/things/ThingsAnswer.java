package fr.jalon.query.things;

import fr.jalon.readmodel.question.WordsInUse.NamedThing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What has a name in a territory's register. */
@Schema(name = "Things", description = "What has a name in a territory's register, by which it can be found")
record ThingsAnswer(
        @Schema(description = "Its id", example = "marseille")
        String territory,

        @Schema(description = "In the order of their names") List<Thing> things) {
    /** A thing with what it is called at present. */
    @Schema(name = "NamedThing", description = "A thing with what it is called at present")
    record Thing(
            @Schema(description = "An organisation, or the field it stands in", example = "organisation")
            String kind,

            @Schema(description = "By which entries speak of it", example = "adpei")
            String id,

            @Schema(description = "As it was called last", example = "ADPEI")
            String name) {
        static Thing of(NamedThing thing) {
            return new Thing(thing.kind(), thing.id(), thing.name());
        }
    }
}
