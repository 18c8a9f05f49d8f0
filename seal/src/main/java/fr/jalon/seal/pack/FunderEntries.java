package fr.jalon.seal.pack;

import fr.jalon.events.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether what a funder is said to give rests on entries that its pack proves. */
final class FunderEntries {
    private final String organisation;
    private final List<Territory> registers;

    FunderEntries(String organisation, List<Territory> registers) {
        this.organisation = organisation;
        this.registers = registers;
    }

    void verify(byte[] answer) throws PackFault {
        JsonNode told;
        try {
            told = Json.parse(answer);
        } catch (RuntimeException notJson) {
            throw new PackFault("unreadable-file", Manifest.FUNDER);
        }
        if (!told.at("/organisation/id").asString("").equals(organisation)) {
            throw new PackFault("funder", Manifest.FUNDER);
        }
        for (JsonNode funding : told.path("fundings")) {
            String territory = funding.path("territory").asString("");
            for (JsonNode entry : funding.path("entries")) {
                String id = entry.asString("");
                if (registers.stream().noneMatch(each -> each.name().equals(territory) && each.has(id))) {
                    throw PackFault.unproven(Manifest.FUNDER, territory, id);
                }
            }
        }
    }
}
