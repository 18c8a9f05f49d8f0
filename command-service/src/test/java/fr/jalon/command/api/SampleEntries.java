package fr.jalon.command.api;

import org.jspecify.annotations.Nullable;

/** Entries as JSON, for tests that send some. */
public final class SampleEntries {
    private SampleEntries() {}

    public static String opened(String territory) {
        return """
                {"type": "territory-opened", "territory": "%s", \
                "effective": "2019", "name": "T", "kind": "metropole"}""".formatted(territory);
    }

    public static String carrier(@Nullable String id, String carrier, String effective) {
        return carrier(id, carrier, effective, "x");
    }

    static String carrier(@Nullable String id, String carrier, String effective, String note) {
        String entryId = id == null ? "" : ", \"entryId\": \"" + id + "\"";
        return """
                {"type": "coordination-carrier-changed", \
                "effective": "%s", "carrier": "%s", "note": "%s"%s}""".formatted(effective, carrier, note, entryId);
    }
}
