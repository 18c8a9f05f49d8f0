package fr.jalon.standalone.cli.client;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** A question about a day, as known at an instant. */
public abstract class DatedQuestion extends Question {
    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Mixin
    private final KnownAtOption knownAt = new KnownAtOption();

    /** Where it is asked. */
    protected abstract String path();

    /** What it asks beside the two dates, by the names of the parameters. */
    protected Map<String, @Nullable String> more() {
        return Map.of();
    }

    @Override
    protected final JsonNode answer() {
        String place = knownAt.place();
        Map<String, @Nullable String> query = new HashMap<>(more());
        query.put("asOf", asOf.day());
        query.put("knownAt", place);
        JsonNode answer = server().get(path(), query);
        knownAt.sayIfBeyond(place, answer);
        return answer;
    }
}
