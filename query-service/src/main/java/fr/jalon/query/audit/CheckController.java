package fr.jalon.query.audit;

import fr.jalon.events.json.Json;
import fr.jalon.seal.check.Finding;
import fr.jalon.seal.check.SelfCheck;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Role;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The check of the event store against its seal and of the read models against the event store. */
@RestController
@Tag(name = "Audit")
final class CheckController {
    private final SelfCheck check;
    private final SecurityLog log;

    CheckController(SelfCheck check, SecurityLog log) {
        this.check = check;
        this.log = log;
    }

    @PostMapping("/api/v1/check")
    @Operation(operationId = "check", summary = "Check now that nothing was altered, dropped or inserted")
    @ApiResponse(responseCode = "202", description = "Under way", content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<JsonNode> start(
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable
                    String origin) {
        if ((actor.role() != Role.NATIONAL && actor.role() != Role.AUDITOR) || origin != null) {
            throw Problems.of(403).asException();
        }
        log.upkeep(actor, "check");
        check.ask();
        return answer(HttpStatus.ACCEPTED);
    }

    @GetMapping("/api/v1/check")
    @Operation(operationId = "checkProgress", summary = "How far the check is, and what the last one found")
    @ApiResponse(
            responseCode = "200",
            description = "Progress and faults",
            content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<JsonNode> progress() {
        return answer(HttpStatus.OK);
    }

    private ResponseEntity<JsonNode> answer(HttpStatus status) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        SelfCheck.Progress progress = check.progress();
        json.put("state", code(progress.state()));
        json.put("step", progress.step() == null ? null : code(progress.step()));
        json.put("done", progress.done());
        json.put("total", progress.total());
        SelfCheck.Result last = check.last();
        if (last != null) {
            json.put("checked", last.at().toString());
            json.put("entries", last.entries());
            ArrayNode findings = json.putArray("findings");
            last.findings().forEach(finding -> findings.add(json(finding)));
        }
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(json);
    }

    private static ObjectNode json(Finding finding) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", finding.kind().code());
        if (finding.entryId() != null) {
            json.put("entryId", finding.entryId().toString());
        }
        if (finding.territory() != null) {
            json.put("territory", finding.territory());
            json.put("position", finding.position());
        }
        if (finding.index() >= 0) {
            json.put("index", finding.index());
        }
        return json.put("detail", finding.detail());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
