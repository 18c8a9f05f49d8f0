package fr.jalon.command.api;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Json;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Records one entry at a time. */
@RestController
@Tag(name = "Recording")
@RequestMapping(
        path = "/api/v1/territories/{territory}/entries",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
public final class EntriesController {
    private final Recording recording;

    EntriesController(Recording recording) {
        this.recording = recording;
    }

    @PostMapping
    @TakesOneEntry
    @Operation(operationId = "recordEntry", summary = "Record one entry")
    ResponseEntity<Receipt> entry(@PathVariable String territory, @RequestBody byte[] body, Sender sender) {
        mayRecordIn(territory, sender);
        return answer(recording.sendAlone(read(Json.parse(body), territory), sender), UnaryOperator.identity());
    }

    @PostMapping("/{entryId}/correction")
    @TakesOneEntry
    @Operation(operationId = "correctEntry", summary = "Replace an entry's content: {reason, kind, entry}")
    ResponseEntity<Receipt> correction(
            @PathVariable String territory, @PathVariable UUID entryId, @RequestBody byte[] body, Sender sender) {
        return remark(Remarks.CORRECTION, territory, entryId, body, sender);
    }

    @PostMapping("/{entryId}/retraction")
    @TakesOneEntry
    @Operation(operationId = "retractEntry", summary = "Remove an entry from the state: {reason}")
    ResponseEntity<Receipt> retraction(
            @PathVariable String territory, @PathVariable UUID entryId, @RequestBody byte[] body, Sender sender) {
        return remark(Remarks.RETRACTION, territory, entryId, body, sender);
    }

    @PostMapping("/{entryId}/contest")
    @TakesOneEntry
    @Operation(operationId = "contestEntry", summary = "Say that somebody contests an entry: {reason, by}")
    ResponseEntity<Receipt> contest(
            @PathVariable String territory, @PathVariable UUID entryId, @RequestBody byte[] body, Sender sender) {
        return remark(Remarks.CONTEST, territory, entryId, body, sender);
    }

    private ResponseEntity<Receipt> remark(Remarks remark, String territory, UUID target, byte[] body, Sender sender) {
        mayRecordIn(territory, sender);
        JsonNode whole = remark.entry(Json.parse(body), target);
        return answer(recording.sendAlone(read(whole, territory), sender), Remarks::placed);
    }

    /** Before anything is read: what nobody may record here need not be understood. */
    private static void mayRecordIn(String territory, Sender sender) {
        if (!Slug.isSlug(territory)) {
            throw Problems.unknownTerritory(territory).asException();
        }
        if (!sender.actor().mayRecordIn(territory)) {
            throw Outcomes.notTheirs(territory).asException();
        }
    }

    private static Entry read(JsonNode json, String territory) {
        Entry entry = EntryJson.proposed(json, new EntryJson.Defaults(UUID.randomUUID(), territory));
        if (!entry.territory().equals(territory)) {
            throw Problems.malformed(FaultCode.NOT_THE_TERRITORY, "/territory", entry.territory())
                    .asException();
        }
        return entry;
    }

    private static ResponseEntity<Receipt> answer(Outcome outcome, UnaryOperator<Problem> placed) {
        return switch (outcome) {
            case Outcome.Kept(Receipt receipt, boolean anew) -> {
                boolean created = anew && receipt.dryRun() == null;
                ResponseEntity.BodyBuilder answer = ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK);
                yield (created ? answer.location(address(receipt)) : answer)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(receipt);
            }
            case Outcome.Rejected(Problem problem) ->
                throw placed.apply(problem).asException();
        };
    }

    private static URI address(Receipt receipt) {
        return URI.create("/api/v1/territories/" + receipt.territory() + "/entries/" + receipt.entryId());
    }
}
