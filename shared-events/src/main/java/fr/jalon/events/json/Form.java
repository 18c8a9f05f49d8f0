package fr.jalon.events.json;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Organisation;
import fr.jalon.events.entry.Thing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** How one field is written in JSON. */
public sealed interface Form {
    /**
     * A JSON string.
     *
     * @param faultCode the fault where the text is none such
     * @param schemaKey the JSON Schema keyword that describes it, {@code pattern} or {@code format}; empty for free
     *     text
     * @param mayBeProposed whether an entry proposed today may say so; what was stored under older rules still reads
     */
    record Text(
            FaultCode faultCode,
            String schemaKey,
            String schemaValue,
            Function<String, Object> parse,
            Predicate<String> mayBeProposed)
            implements Form {
        public Text(FaultCode faultCode, String schemaKey, String schemaValue, Function<String, Object> parse) {
            this(faultCode, schemaKey, schemaValue, parse, text -> true);
        }
    }

    /** A whole number of things. */
    record Count() implements Form {}

    /** Yes or no. */
    record Flag() implements Form {}

    /** A value of a closed list, by its code, in the order of the list. */
    record Choice(Map<String, Code> values) implements Form {
        static Choice of(List<Code> values) {
            Map<String, Code> byCode = new LinkedHashMap<>();
            values.forEach(value -> byCode.put(value.code(), value));
            return new Choice(Collections.unmodifiableMap(byCode));
        }
    }

    /** A thing: its bare id, or an object with it and what else is told of it. */
    record Named(Class<? extends Thing> thing) implements Form {
        public Shape shape() {
            return Shape.of(thing);
        }

        /** What kind of thing it is in a field of this name. */
        public String kind(String field) {
            return thing == Organisation.class ? "organisation" : field;
        }
    }

    /** Many of the same. */
    record Many(Form item) implements Form {}

    /** An object of its own. */
    record Nested(Shape shape) implements Form {}

    /** Another entry's content, inside a correction. */
    record Content() implements Form {}
}
