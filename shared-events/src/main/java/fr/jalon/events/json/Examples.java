package fr.jalon.events.json;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An entry of each type: what its golden file says. */
public final class Examples {
    private static final Map<EntryType, JsonNode> GOLDEN =
            EntryType.all().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Examples::golden));
    private static final Map<EntryType, Entry> READ = EntryType.all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), type -> EntryJson.read(json(type).toString())));

    private Examples() {}

    /** As it is written. */
    public static JsonNode json(EntryType type) {
        return Objects.requireNonNull(GOLDEN.get(type)).deepCopy();
    }

    public static Entry of(EntryType type) {
        return Objects.requireNonNull(READ.get(type));
    }

    private static JsonNode golden(EntryType type) {
        String file = "/golden/" + type.name() + ".json";
        try (InputStream golden = Examples.class.getResourceAsStream(file)) {
            return Json.parse(Objects.requireNonNull(golden, file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
