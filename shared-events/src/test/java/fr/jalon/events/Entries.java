package fr.jalon.events;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Entries of one territory, written in as few words as a sentence has room for. They are numbered: id 7 is entry 7. */
public final class Entries {
    private Entries() {}

    /** An entry with attributes written as {@code name: value, other: value}. */
    public static Entry entry(int number, String type, String effective, String attributes) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("entryId", id(number).toString()).put("territory", "lille").put("type", type);
        if (!effective.isEmpty()) {
            json.put("effective", effective);
        }
        for (String attribute : attributes.isEmpty() ? new String[0] : attributes.split(", ")) {
            String[] pair = attribute.split(": ", 2);
            put(json, pair[0], pair[1]);
        }
        return EntryJson.read(json.toString());
    }

    /** As {@link #entry}, announced only. */
    public static Entry planned(int number, String type, String effective, String attributes) {
        return entry(number, type, effective, attributes + ", status: planned");
    }

    public static Entry corrected(int number, int target, Entry content) {
        ObjectNode json = remark(number, "entry-corrected", target).put("kind", "wrong");
        ObjectNode replacement = EntryJson.tree(content);
        replacement.remove("entryId");
        json.set("entry", replacement);
        return EntryJson.read(json.toString());
    }

    /** As {@link #corrected}, said to be only more precise. */
    public static Entry refined(int number, int target, Entry content) {
        ObjectNode json = EntryJson.tree(corrected(number, target, content));
        return EntryJson.read(json.put("kind", "refined").toString());
    }

    public static Entry retracted(int number, int target) {
        return EntryJson.read(remark(number, "entry-retracted", target).toString());
    }

    public static Entry contested(int number, int target) {
        return EntryJson.read(
                remark(number, "entry-contested", target).put("by", "mel").toString());
    }

    public static Entry abandoned(int number, int target, String effective) {
        return EntryJson.read(remark(number, "announcement-abandoned", target)
                .put("effective", effective)
                .toString());
    }

    public static UUID id(int number) {
        return new UUID(0, number);
    }

    private static ObjectNode remark(int number, String type, int target) {
        return Json.MAPPER
                .createObjectNode()
                .put("entryId", id(number).toString())
                .put("territory", "lille")
                .put("type", type)
                .put("target", id(target).toString())
                .put("reason", "Erreur de saisie");
    }

    private static void put(ObjectNode json, String name, String value) {
        if (name.equals("amount")) {
            json.putObject(name).put("value", value).put("currency", "EUR");
        } else if (name.equals("source")) {
            String[] parts = value.split(" of ", 2);
            json.putObject(name).put("title", parts[0]).put("asserted", parts[1]);
        } else if (name.equals("fulfils")) {
            json.put(name, id(Integer.parseInt(value)).toString());
        } else if (name.equals("departments")) {
            json.putArray(name).add(value);
        } else if (name.equals("positions")) {
            json.put(name, Integer.parseInt(value));
        } else {
            json.put(name, value);
        }
    }
}
