package fr.jalon.query.api;

import fr.jalon.events.register.AsOf;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * How long an answer stays true, as HTTP caches are told. One that can never change is kept for ever; any other is asked
 * for again by its tag, which costs next to nothing where nothing moved. Never shared: who may read is checked each time.
 *
 * @param tag what the answer rests on; equal tags of one address, equal answers
 * @param pinned whether no later entry and no later day can change it
 */
record Freshness(String tag, boolean pinned) {
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "private, no-cache";

    /** Of an answer that rests on this; where the day asked about is today's, tomorrow's answer is another. */
    static Freshness of(Object restsOn, AsOf asOf, boolean dayIsGiven, boolean knowledgeIsPinned) {
        return new Freshness(dayIsGiven ? restsOn.toString() : restsOn + "." + asOf, dayIsGiven && knowledgeIsPinned);
    }

    /** The answer, or 304 without making it where the reader has it already. */
    ResponseEntity<JsonNode> answer(@Nullable String seen, Supplier<? extends JsonNode> body) {
        return isAmong(seen) ? unchanged() : answer(body.get());
    }

    ResponseEntity<JsonNode> unchanged() {
        return headers(HttpStatus.NOT_MODIFIED).build();
    }

    ResponseEntity<JsonNode> answer(JsonNode body) {
        return headers(HttpStatus.OK).contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** Whether the tags of an {@code If-None-Match} header hold this one, compared weakly (RFC 9110, 13.1.2). */
    boolean isAmong(@Nullable String seen) {
        return seen != null
                && Arrays.stream(seen.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || each.equals(quoted()) || each.equals("W/" + quoted()));
    }

    private ResponseEntity.BodyBuilder headers(HttpStatus status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, quoted())
                .header(HttpHeaders.CACHE_CONTROL, pinned ? FOR_EVER : ASK_AGAIN);
    }

    private String quoted() {
        return "\"" + tag + "\"";
    }
}
