package fr.jalon.seal.pack;

import fr.jalon.events.json.Json;
import fr.jalon.log.Checkpoint;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds of the registers of a national pack together. */
final class AllTerritories {
    private final List<Territory> registers;
    private final Checkpoint checkpoint;

    AllTerritories(List<Territory> registers, Checkpoint checkpoint) {
        this.registers = registers;
        this.checkpoint = checkpoint;
    }

    /** They are all that the log has, and their states make the one answer. */
    void verify(byte[] states) throws PackFault {
        long expected = 0;
        for (long place : places().toArray()) {
            if (place != expected) {
                break;
            }
            expected++;
        }
        if (expected != checkpoint.size()) {
            throw PackFault.missingLeaf(expected);
        }
        try {
            if (isMade(Json.parse(states))) {
                return;
            }
        } catch (RuntimeException notOne) {
            // Refused below.
        }
        throw new PackFault("state", Manifest.STATES);
    }

    private LongStream places() {
        return registers.stream().flatMapToLong(Territory::places).sorted();
    }

    /** Those that were open then, all as of the day and known at the instant that it names itself. */
    private boolean isMade(JsonNode told) {
        ObjectNode made = Json.MAPPER.createObjectNode();
        made.set("asOf", told.path("asOf"));
        made.set("knownAt", told.path("knownAt"));
        ArrayNode states = made.putArray("territories");
        for (Territory register : registers) {
            JsonNode state = register.state();
            if (!state.path("asOf").equals(told.path("asOf"))
                    || !state.path("knownAt").equals(told.path("knownAt"))) {
                return false;
            }
            if (state.path("position").intValue() > 0) {
                states.add(state);
            }
        }
        return made.equals(told);
    }
}
