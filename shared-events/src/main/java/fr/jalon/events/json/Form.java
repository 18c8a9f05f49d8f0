package fr.jalon.events.json;

import fr.jalon.events.entry.Code;
import java.util.List;
import java.util.function.Function;

/** How one field is written in JSON. */
public sealed interface Form {
    /**
     * A JSON string.
     *
     * @param faultCode the code of the fault where the text is none such
     * @param schemaKey the JSON Schema keyword that describes it, {@code pattern} or {@code format}; empty for free text
     */
    record Text(String faultCode, String schemaKey, String schemaValue, Function<String, Object> parse)
            implements Form {}

    /** A whole number of things. */
    record Count() implements Form {}

    /** A value of a closed list. */
    record Choice(List<Code> values) implements Form {}

    /** An id, bare or with a name. */
    record Named() implements Form {}

    /** Many of the same. */
    record Many(Form item) implements Form {}

    /** An object of its own. */
    record Nested(Shape shape) implements Form {}

    /** Another entry's content, inside a correction. */
    record Content() implements Form {}
}
