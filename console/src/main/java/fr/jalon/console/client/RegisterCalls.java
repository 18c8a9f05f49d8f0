package fr.jalon.console.client;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** The calls of the register that the console makes; a test holds them against the contract. */
@HttpExchange("/api/v1")
public interface RegisterCalls {
    @GetExchange("/account")
    Me account(Caller caller);

    @GetExchange("/territories")
    State.All territories(Caller caller, At at);

    @GetExchange("/territories/{territory}")
    ResponseEntity<State> state(Caller caller, @PathVariable String territory, At at);

    @GetExchange("/territories/{territory}/agenda")
    Agenda agenda(Caller caller, @PathVariable String territory, At at);

    /** @param subject its kind, and its key after a colon where there may be several: {@code funding:mel} */
    @GetExchange("/territories/{territory}/why")
    JsonNode why(Caller caller, @PathVariable String territory, @RequestParam String subject, At at);

    @GetExchange("/territories/{territory}/timeline")
    TerritoryTimeline timeline(Caller caller, @PathVariable String territory, At at);

    @GetExchange("/territories/{territory}/picture")
    SubjectPicture picture(Caller caller, @PathVariable String territory, @RequestParam String subject, At at);

    @GetExchange("/territories/{territory}/difference")
    Difference difference(
            Caller caller,
            @PathVariable String territory,
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String to,
            At at);

    @GetExchange("/territories/{territory}/difference")
    Difference learned(
            Caller caller,
            @PathVariable String territory,
            @RequestParam String knownFrom,
            @RequestParam(required = false) @Nullable String knownTo,
            At at);

    @GetExchange("/history")
    History history(
            Caller caller,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String newest,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after,
            At at);

    @GetExchange("/territories/{territory}/entries/{entryId}")
    JsonNode entry(Caller caller, @PathVariable String territory, @PathVariable String entryId, At at);

    @GetExchange("/funders")
    Funders funders(Caller caller, At at);

    @GetExchange("/funders/{organisation}")
    Funders.Portfolio portfolio(Caller caller, @PathVariable String organisation, At at);

    @GetExchange("/things")
    JsonNode things(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String text);

    @GetExchange("/territories/{territory}/things")
    JsonNode things(Caller caller, @PathVariable String territory);

    @GetExchange("/entry-types")
    ResponseEntity<JsonNode> entryTypes(Caller caller);

    @PostExchange(url = "/territories/{territory}/entries", contentType = MediaType.APPLICATION_JSON_VALUE)
    JsonNode record(
            Caller caller,
            @PathVariable String territory,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestBody JsonNode entry);

    /** A remark on an entry: its correction, its retraction, its contest. */
    @PostExchange(
            url = "/territories/{territory}/entries/{entryId}/{remark}",
            contentType = MediaType.APPLICATION_JSON_VALUE)
    JsonNode remark(
            Caller caller,
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String remark,
            @RequestParam(required = false) @Nullable String dryRun,
            @RequestBody JsonNode said);
}
