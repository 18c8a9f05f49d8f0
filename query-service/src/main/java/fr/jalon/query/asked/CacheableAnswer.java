package fr.jalon.query.asked;

import fr.jalon.events.json.Json;
import fr.jalon.events.json.Sha256;
import fr.jalon.people.ReaderNames;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How long an answer stays true, as HTTP caches are told, and its receipt (<i>reçu</i>): the permanent link among the
 * headers and the digest of the body (RFC 9530), by which a reader can later prove what was answered. An answer that
 * can never change is kept for ever; any other is asked for again by its tag, which costs next to nothing where nothing
 * moved. Never shared: who may read is checked each time.
 *
 * @param tag what the answer rests on; equal tags of one address, equal answers
 * @param pinned whether no later entry and no later day can change it
 * @param headers what else the answer says of itself
 * @param mark by which answers that name persons differ from reader to reader, and from erasure to erasure; the tags of
 *     no others have one
 */
public record CacheableAnswer(String tag, boolean pinned, HttpHeaders headers, Supplier<String> mark) {
    public static final String DIGEST = "Repr-Digest";
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    static final String ASK_AGAIN = "private, no-cache";

    public CacheableAnswer(String tag, boolean pinned) {
        this(tag, pinned, new HttpHeaders(), () -> "");
    }

    /** Of an answer that rests on this; where the day asked about is today's, tomorrow's answer is another. */
    public static CacheableAnswer of(String restsOn, AskedDay day, boolean knowledgeIsPinned) {
        return day.isGiven()
                ? new CacheableAnswer(restsOn, knowledgeIsPinned)
                : new CacheableAnswer(restsOn + "." + day.asOf(), false);
    }

    /** The same for one of several readers, who are shown other names of persons if there are any in it. */
    public CacheableAnswer marked(Supplier<String> reader) {
        return new CacheableAnswer(tag, pinned, headers, reader);
    }

    /** The same for one of several readers, who are shown others for certain. */
    public CacheableAnswer forReader(String reader) {
        return new CacheableAnswer(tag + reader, pinned, headers, mark);
    }

    /** The same, with the address that gives this answer again, if one can promise that. */
    public CacheableAnswer citedBy(@Nullable Permalink permalink) {
        return permalink == null ? this : with(HttpHeaders.LINK, permalink.as("bookmark"));
    }

    /** The same, saying this too. */
    public CacheableAnswer with(String header, String value) {
        HttpHeaders more = new HttpHeaders(headers);
        more.add(header, value);
        return new CacheableAnswer(tag, pinned, more, mark);
    }

    /** The answer, or 304 without making it where the reader has it already. */
    public ResponseEntity<byte[]> answer(@Nullable String seen, Supplier<?> body) {
        return answer(seen, () -> {}, body);
    }

    /**
     * The same where what is asked for may not exist.
     *
     * @param exists makes sure of it before the reader is told that nothing has changed
     */
    public ResponseEntity<byte[]> answer(@Nullable String seen, Runnable exists, Supplier<?> body) {
        if (isAmong(seen)) {
            exists.run();
            return unchanged();
        }
        if (seen != null && seen.contains(tag + NamesShown.NAMING)) {
            CacheableAnswer naming = forReader(mark.get());
            if (naming.isAmong(seen)) {
                exists.run();
                return naming.unchanged();
            }
        }
        return answer(body.get());
    }

    public ResponseEntity<byte[]> unchanged() {
        return headers(HttpStatus.NOT_MODIFIED).build();
    }

    /** The answer, made already. */
    public ResponseEntity<byte[]> answer(Object body) {
        // Written here and nowhere else: the digest is of these bytes.
        byte[] bytes = Json.bytes(body);
        return (ReaderNames.isIn(bytes) ? forReader(mark.get()) : this)
                .headers(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .header(DIGEST, receipt(Sha256.begun().digest(bytes)))
                .body(bytes);
    }

    /** Whether the tags of an {@code If-None-Match} header hold this one, compared weakly (RFC 9110, 13.1.2). */
    public boolean isAmong(@Nullable String seen) {
        return seen != null
                && Arrays.stream(seen.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || each.equals(quoted()) || each.equals("W/" + quoted()));
    }

    private ResponseEntity.BodyBuilder headers(HttpStatus status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, quoted())
                .header(HttpHeaders.CACHE_CONTROL, pinned ? FOR_EVER : ASK_AGAIN)
                .headers(headers);
    }

    private String quoted() {
        return "\"" + tag + "\"";
    }

    /** The digest of a body as its header writes it. */
    public static String receipt(byte[] sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }
}
