package fr.jalon.console.upkeep;

import fr.jalon.console.client.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** The calls by which the register is kept: tables taken in, checks, accounts, who looked, persons forgotten. */
@HttpExchange("/api/v1")
public interface KeepingCalls {
    /** Lines of results, one a row. */
    @PostExchange("/entries")
    byte[] recordMany(
            Caller caller,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String mediaType,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestBody byte[] table);

    @GetExchange("/entry-types/template")
    ResponseEntity<byte[]> template(Caller caller, @RequestParam String territory, @RequestParam String format);

    @GetExchange("/check")
    CheckState check(Caller caller);

    @PostExchange("/check")
    CheckState startCheck(Caller caller);

    /** A signed note, in UTF-8. */
    @GetExchange("/log/checkpoint")
    byte[] checkpoint(Caller caller);

    @GetExchange("/log/key")
    byte[] key(Caller caller);

    @GetExchange("/audit-pack")
    ResponseEntity<byte[]> pack(Caller caller);

    @GetExchange("/territories/{territory}/audit-pack")
    ResponseEntity<byte[]> pack(Caller caller, @PathVariable String territory);

    @GetExchange("/accounts")
    AccountList accounts(Caller caller);

    @PostExchange(url = "/accounts", contentType = MediaType.APPLICATION_JSON_VALUE)
    AccountList.Changed makeAccount(Caller caller, @RequestBody Map<String, Object> form);

    /** An account's roles, its password. */
    @PostExchange(url = "/accounts/{name}/{what}", contentType = MediaType.APPLICATION_JSON_VALUE)
    AccountList.Changed changeAccount(
            Caller caller, @PathVariable String name, @PathVariable String what, @RequestBody Map<String, Object> form);

    /** What is done to an account by its name alone: {@code enable}, {@code disable}, {@code forget-factor}. */
    @PostExchange("/accounts/{name}/{door}")
    AccountList.Changed letIn(Caller caller, @PathVariable String name, @PathVariable String door);

    @GetExchange("/access")
    AccessPart access(
            Caller caller,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after);

    @GetExchange("/persons/{person}")
    JsonNode person(Caller caller, @PathVariable String person);

    /** On today's day. */
    @GetExchange("/persons/retention")
    KeptLongEnough retention(Caller caller);

    @GetExchange("/persons/{person}/mentions")
    HeldOfPerson.Mentions mentions(Caller caller, @PathVariable String person);

    @PostExchange(url = "/persons/{person}/erasure", contentType = MediaType.APPLICATION_JSON_VALUE)
    HeldOfPerson.Erasure erase(Caller caller, @PathVariable String person, @RequestBody Map<String, Object> why);

    @PostExchange(url = "/persons/{person}/limitation", contentType = MediaType.APPLICATION_JSON_VALUE)
    HeldOfPerson.Limitation limit(Caller caller, @PathVariable String person, @RequestBody Map<String, Object> why);

    @PostExchange(url = "/persons/{person}/limitation/lifting", contentType = MediaType.APPLICATION_JSON_VALUE)
    HeldOfPerson.Limitation lift(Caller caller, @PathVariable String person, @RequestBody Map<String, Object> why);

    @GetExchange("/limitations")
    HeldOfPerson.Limitations limitations(Caller caller);

    @PostExchange(
            url = "/territories/{territory}/entries/{entryId}/redaction",
            contentType = MediaType.APPLICATION_JSON_VALUE)
    JsonNode redact(
            Caller caller,
            @PathVariable String territory,
            @PathVariable String entryId,
            @RequestBody Map<String, Object> which);

    @GetExchange("/erasures")
    HeldOfPerson.Erasures erasures(Caller caller);
}
