package fr.jalon.console.client;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import tools.jackson.databind.JsonNode;

/** The calls of the register that the console makes; a test holds them against the contract. */
@HttpExchange("/api/v1")
public interface RegisterCalls {
    /** Entries come with what the things are called that they speak of: no page shows ids. */
    String NAMED = "?names=true";

    @GetExchange("/account")
    Me account(Caller caller);

    @GetExchange("/territories")
    StateTold.All territories(Caller caller, At at);

    @GetExchange("/territories/{territory}")
    ResponseEntity<StateTold> state(Caller caller, @PathVariable String territory, At at);

    @GetExchange("/territories/{territory}/agenda")
    AgendaTold agenda(Caller caller, @PathVariable String territory, At at);

    /** @param subject its kind, and its key after a colon where there may be several: {@code funding:mel} */
    @GetExchange("/territories/{territory}/why")
    JsonNode why(Caller caller, @PathVariable String territory, @RequestParam String subject, At at);

    @GetExchange("/territories/{territory}/timeline")
    ResponseEntity<TerritoryTimeline> timeline(Caller caller, @PathVariable String territory, At at);

    @GetExchange("/territories/{territory}/picture")
    ResponseEntity<SubjectPicture> picture(
            Caller caller, @PathVariable String territory, @RequestParam String subject, At at);

    @GetExchange("/territories/{territory}/difference")
    DifferenceTold difference(
            Caller caller,
            @PathVariable String territory,
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String to,
            At at);

    @GetExchange("/territories/{territory}/difference")
    DifferenceTold learned(
            Caller caller,
            @PathVariable String territory,
            @RequestParam String knownFrom,
            @RequestParam(required = false) @Nullable String knownTo,
            At at);

    @GetExchange("/history" + NAMED)
    HistoryTold history(
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

    /** Of one register, where a position says what is known as well. */
    @GetExchange("/territories/{territory}/history" + NAMED)
    HistoryTold historyOf(
            Caller caller,
            @PathVariable String territory,
            @RequestParam String newest,
            @RequestParam String limit,
            At at);

    @GetExchange("/territories/{territory}/entries/{entryId}" + NAMED)
    JsonNode entry(Caller caller, @PathVariable String territory, @PathVariable String entryId, At at);

    /** The same, once answers know the register up to a position: it may just have been recorded. */
    @GetExchange("/territories/{territory}/entries/{entryId}" + NAMED)
    JsonNode recorded(
            Caller caller,
            @PathVariable String territory,
            @PathVariable String entryId,
            @RequestParam String minPosition);

    @GetExchange("/log/entries/{entryId}/proof")
    JsonNode proof(Caller caller, @PathVariable String entryId);

    @GetExchange("/log/key")
    String logKeys(Caller caller);

    @GetExchange("/log/consistency")
    JsonNode consistency(Caller caller, @RequestParam String from, @RequestParam String to);

    @GetExchange("/funders")
    FundersTold funders(Caller caller, At at);

    @GetExchange("/funders/{organisation}")
    FundersTold.Portfolio portfolio(Caller caller, @PathVariable String organisation, At at);

    /** A territory's state, or another of its files. */
    @GetExchange("/territories/{territory}/export/{file}")
    ResponseEntity<byte[]> file(
            Caller caller,
            @PathVariable String territory,
            @PathVariable String file,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String bom,
            At at);

    /** What a funder gives, as a file. */
    @GetExchange("/funders/{organisation}/export")
    ResponseEntity<byte[]> portfolioFile(
            Caller caller,
            @PathVariable String organisation,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String bom,
            At at);

    /** Has it written down that answers are carried away as a file, before they are. */
    @PostExchange("/access")
    JsonNode carriedAway(
            Caller caller, @RequestParam String what, @RequestParam(required = false) @Nullable String territory);

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

    @GetExchange("/territories/{territory}/drafts")
    MeetingDraft.All drafts(Caller caller, @PathVariable String territory);

    @GetExchange("/territories/{territory}/drafts/{draft}")
    MeetingDraft draft(Caller caller, @PathVariable String territory, @PathVariable String draft);

    /** Another version of a draft; a new one where no version is given. */
    @PutExchange(url = "/territories/{territory}/drafts/{draft}", contentType = MediaType.APPLICATION_JSON_VALUE)
    MeetingDraft keepDraft(
            Caller caller,
            @PathVariable String territory,
            @PathVariable String draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody JsonNode text);

    @DeleteExchange("/territories/{territory}/drafts/{draft}")
    MeetingDraft removeDraft(Caller caller, @PathVariable String territory, @PathVariable String draft);
}
