package fr.jalon.store.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A message's metadata as one flat JSON object of strings, its names in order. */
public final class MetadataJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, String>> STRINGS = new TypeReference<>() {};

    private MetadataJson() {}

    public static String write(MetaData metadata) {
        Map<String, String> strings = new TreeMap<>();
        metadata.forEach((name, value) -> {
            if (value != null) {
                strings.put(name, value.toString());
            }
        });
        return MAPPER.writeValueAsString(strings);
    }

    static MetaData read(String json) {
        return MetaData.from(MAPPER.readValue(json, STRINGS));
    }
}
