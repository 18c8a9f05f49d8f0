package fr.jalon.answers.contract;

import fr.jalon.events.meaning.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** A thing and its name, as answers have them. The name comes last, as whoever may not see it is shown the rest. */
@Schema(name = "NamedThing", description = "A thing with what it is called")
public record CalledThing(
        @Schema(description = "An organisation, or the field it stands in", example = "organisation")
        String kind,

        @Schema(description = "By which entries speak of it", example = "adpei")
        String id,

        @Schema(description = "As it was called last", example = "ADPEI")
        String name) {
    /** Of a subject under which a name is kept. */
    public static CalledThing of(Map.Entry<Subject, String> named) {
        String key = named.getKey().key();
        int end = key.indexOf('/');
        return new CalledThing(key.substring(0, end), key.substring(end + 1), named.getValue());
    }
}
