package fr.jalon.query.export;

import fr.jalon.answers.Sight;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.readmodel.question.History.Item;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry as a CloudEvent 1.0 in JSON. */
@Schema(description = "An entry as a CloudEvent 1.0, with the sequence extension")
record CloudEvent(
        @Schema(description = "The specification that it follows", example = "1.0")
        String specversion,

        @Schema(description = "The entry's id") UUID id,

        @Schema(description = "The register that has it", example = "/api/v1/territories/lille")
        String source,

        @Schema(description = "The entry's type, under a name of ours", example = "fr.jalon.funding-granted")
        String type,

        @Schema(
                description = "The fact that the entry moves, or the entry it speaks of; itself where neither",
                example = "funding/mel-convergence")
        String subject,

        @Schema(description = "When the register took it in")
        Instant time,

        @Schema(
                description = "Its number in the register, with zeros before it, as sequences are compared as text",
                example = "0000000000000000001")
        String sequence,

        @Schema(description = "The form of data", example = "application/json")
        String datacontenttype,

        @Schema(description = "The entry as it was accepted", ref = "#/components/schemas/Entry")
        JsonNode data) {
    static CloudEvent of(String territory, Item item) {
        ObjectNode data = Json.parse(item.content()).asObject();
        return new CloudEvent(
                "1.0",
                item.entryId(),
                "/api/v1/territories/" + territory,
                "fr.jalon." + item.type(),
                subject(EntryJson.read(Sight.unmarked(data).toString())),
                item.recordedAt(),
                "%019d".formatted(item.position()),
                "application/json",
                data);
    }

    private static String subject(Entry entry) {
        return switch (entry) {
            case WorldEntry world -> {
                Meaning meaning = Meaning.of(world);
                yield meaning == null ? "entry/" + world.entryId() : subject(meaning.subject());
            }
            case RegisterEntry remark -> "entry/" + remark.target();
            case KeepingEntry kept -> "entry/" + kept.entryId();
        };
    }

    private static String subject(Subject subject) {
        String kind = subject.kind().code();
        return subject.key().isEmpty() ? kind : kind + "/" + subject.key();
    }
}
