package fr.jalon.command.api;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Json;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries about another entry, where the address tells their type and target. What is sent is the rest of the entry
 * under its own names, so every fault's place is the sender's.
 */
enum Remarks {
    CORRECTION(RegisterEntry.EntryCorrected.class),
    RETRACTION(RegisterEntry.EntryRetracted.class),
    CONTEST(RegisterEntry.EntryContested.class);

    private static final List<String> OF_THE_ADDRESS = List.of("type", "target");

    private final Class<? extends RegisterEntry> form;

    Remarks(Class<? extends RegisterEntry> form) {
        this.form = form;
    }

    /**
     * The whole entry: what was sent with its type and target, and for a correction {@code wrong} unless it says so.
     */
    JsonNode entry(JsonNode sent, UUID target) {
        if (!(sent instanceof ObjectNode rest)) {
            return sent;
        }
        for (String field : OF_THE_ADDRESS) {
            if (rest.has(field)) {
                throw Problems.malformed(FaultCode.UNKNOWN_FIELD, "/" + field, field)
                        .asException();
            }
        }
        ObjectNode entry = Json.MAPPER.createObjectNode();
        entry.put("type", EntryType.of(form).name());
        entry.put("target", target.toString());
        if (this == CORRECTION) {
            entry.put("kind", "wrong");
        }
        rest.forEachEntry(entry::set);
        return entry;
    }

    /** The target is in the address and nowhere in what was sent. */
    static Problem placed(Problem problem) {
        return problem.because(problem.errors().stream()
                .map(cause -> cause.pointer().equals("/target") ? cause.at("") : cause)
                .toList());
    }
}
