package fr.jalon.benchmarks;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import java.util.UUID;

/** Entries of a usual size, each about another thing, so that what grows is the register and not one timeline. */
final class Entries {
    private Entries() {}

    static Entry opening(String territory) {
        return read(territory, """
                {"type": "territory-opened", "effective": "2015", "name": "Territoire de mesure", "kind": "metropole",
                 "departments": ["59"]}
                """);
    }

    static Entry watchpoint(String territory, long number) {
        return read(territory, """
                {"type": "watchpoint-raised", "effective": "2023-%02d", "watchpoint": "vigilance-%d", "kind": "priority",
                 "topic": "worksites", "description": "Consolider les collectifs des structures porteuses du territoire",
                 "source": {"title": "Comité de pilotage du 26 janvier 2023", "asserted": "2023-01-26",
                            "published": "2023-02-22", "locator": "%s"}}
                """.formatted(1 + number % 12, number, territory));
    }

    private static Entry read(String territory, String json) {
        return EntryJson.read(Json.parse(json), new EntryJson.Defaults(UUID.randomUUID(), territory));
    }
}
