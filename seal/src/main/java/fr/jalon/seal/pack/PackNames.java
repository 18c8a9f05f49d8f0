package fr.jalon.seal.pack;

import fr.jalon.events.json.Json;
import fr.jalon.people.Disclosure;
import fr.jalon.people.ReaderNames;
import fr.jalon.people.SealedName;
import fr.jalon.people.SealedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The names of the persons in a register's entries, for who may see them, and the free texts that were not redacted:
 * each disclosed by what stands as a digest in its entry. A pack for who may not see names is the same without them.
 */
final class PackNames {
    private final Map<SealedName, UUID> places = new LinkedHashMap<>();
    private final Map<SealedText, UUID> texts = new LinkedHashMap<>();

    /** Takes the sealed names and texts of an entry. */
    void add(UUID entryId, String payload) {
        ReaderNames.allIn(payload).forEach(name -> places.putIfAbsent(name, entryId));
        ReaderNames.textsIn(payload).forEach(text -> texts.putIfAbsent(text, entryId));
    }

    /** Those that the reader may see, a line each. */
    String disclosedTo(ReaderNames reader) {
        Map<String, Disclosure> disclosed = reader.disclosed(places.keySet());
        StringBuilder text = new StringBuilder("{\"names\":[");
        String before = "\n";
        for (Map.Entry<SealedName, UUID> place : places.entrySet()) {
            Disclosure disclosure = disclosed.get(place.getKey().toString());
            if (disclosure != null) {
                ObjectNode line = Json.MAPPER.createObjectNode();
                line.put("entryId", place.getValue().toString());
                line.put("person", place.getKey().person());
                line.put("name", disclosure.name());
                line.put("disclosure", disclosure.text());
                text.append(before).append(line);
                before = ",\n";
            }
        }
        text.append("\n],\"texts\":[");
        before = "\n";
        Map<SealedText, Disclosure> ofTexts = reader.textsDisclosed(texts.keySet());
        for (Map.Entry<SealedText, UUID> place : texts.entrySet()) {
            Disclosure disclosure = ofTexts.get(place.getKey());
            if (disclosure != null) {
                ObjectNode line = Json.MAPPER.createObjectNode();
                line.put("entryId", place.getValue().toString());
                line.put("text", disclosure.name());
                line.put("disclosure", disclosure.text());
                text.append(before).append(line);
                before = ",\n";
            }
        }
        return text.append("\n]}\n").toString();
    }

    /** The id of the first entry that does not say a name or text which is disclosed for it; null where all hold. */
    static @Nullable String fault(JsonNode file, Map<String, String> payloads) {
        for (JsonNode line : file.path("names")) {
            String entry = line.path("entryId").asString("");
            String disclosure = line.path("disclosure").asString("");
            String digest = Disclosure.digest(disclosure);
            boolean isSaid = ReaderNames.allIn(payloads.getOrDefault(entry, "")).stream()
                    .anyMatch(name -> name.digest().equals(digest)
                            && name.person().equals(line.path("person").asString("")));
            boolean isNamed = Disclosure.parse(disclosure)
                    .filter(told -> told.name().equals(line.path("name").asString("")))
                    .isPresent();
            if (!isSaid || !isNamed) {
                return entry;
            }
        }
        for (JsonNode line : file.path("texts")) {
            String entry = line.path("entryId").asString("");
            String disclosure = line.path("disclosure").asString("");
            String digest = Disclosure.digest(disclosure);
            boolean isSaid = ReaderNames.textsIn(payloads.getOrDefault(entry, "")).stream()
                    .anyMatch(text -> text.digest().equals(digest));
            boolean isTold = Disclosure.parse(disclosure)
                    .filter(told -> told.name().equals(line.path("text").asString("")))
                    .isPresent();
            if (!isSaid || !isTold) {
                return entry;
            }
        }
        return null;
    }
}
