package fr.jalon.query.api;

import fr.jalon.events.json.Json;
import fr.jalon.query.register.Changes.Change;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.share.HasOwnShare;
import fr.jalon.web.share.Shares;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is being recorded, as server-sent events (WHATWG HTML, 9.2). Each reader is a virtual thread that writes straight to
 * its connection: one that stops reading blocks itself alone, and is dropped when the server's time for a write is over.
 */
@RestController
@Tag(name = "Reading")
final class ChangesController {
    private static final Pattern INDEX = Pattern.compile("\\d{1,18}");
    private static final int RETRY_SECONDS = 5;

    private final Questions questions;
    private final ChangeFeed feed;
    private final Shares streams;
    private final Duration heartbeat;
    private final Duration longest;

    ChangesController(
            Questions questions,
            ChangeFeed feed,
            @Value("${jalon.changes.readers:1000}") int readers,
            @Value("${jalon.changes.readers-per-account:250}") int perAccount,
            @Value("${jalon.changes.heartbeat:15s}") Duration heartbeat,
            @Value("${jalon.changes.longest:10m}") Duration longest) {
        this.questions = questions;
        this.feed = feed;
        this.streams = new Shares(readers, perAccount, RETRY_SECONDS, QueryProblems.tooManyReaders(RETRY_SECONDS));
        this.heartbeat = heartbeat;
        this.longest = longest;
    }

    @GetMapping("/api/v1/changes")
    @HasOwnShare
    @Operation(
            operationId = "changes",
            summary = "What is being recorded, as server-sent events in the log's order",
            description =
                    "Each event has the log's index as its id, the entry's type as its name, and territory, entryId,"
                            + " position, type and recordedAt as its data. A stream ends after a while; a reader connects again"
                            + " with the last id, as browsers do, and misses nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Events, and comments while there is none",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    void changes(
            @RequestParam(required = false) @Parameter(description = "Only this territory's") @Nullable
                    String territory,
            @RequestParam(required = false)
                    @Parameter(description = "The id after which to begin; now if left out")
                    @Nullable
                    String after,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Parameter(description = "The same, stronger: what a reader sends who connects again")
                    @Nullable
                    String lastEventId,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        Long given = lastEventId == null ? index("after", after) : index("Last-Event-ID", lastEventId);
        try (Shares.Held _ = streams.take(actor)) {
            long begin = questions.answer("changes", () -> given == null ? head() : given);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // Reverse proxies that gather what they pass on would keep it from the reader.
            response.setHeader("X-Accel-Buffering", "no");
            if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
                tell(response.getOutputStream(), begin, territory);
            }
        } catch (DataAccessException away) {
            if (!response.isCommitted()) {
                throw away;
            }
            // The stream ends here; the reader connects again when it may.
        }
    }

    /** Until the stream has lasted long enough, the service ends, or the reader is gone, which writing tells. */
    private void tell(OutputStream out, long begin, @Nullable String territory)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long told = begin;
        write(out, sign(told));
        while (feed.isRunning() && System.nanoTime() - end < 0) {
            List<Change> changes = feed.after(told, heartbeat);
            StringBuilder events = new StringBuilder();
            for (Change change : changes) {
                told = change.index();
                if (territory == null || territory.equals(change.territory())) {
                    events.append(event(change));
                }
            }
            write(out, events.isEmpty() ? sign(told) : events.toString());
        }
    }

    /** A sign of life. Its id makes no event, but a reader who is told of few territories begins again from here. */
    private static String sign(long told) {
        return ":\nid: " + told + "\n\n";
    }

    private static String event(Change change) {
        String data = Json.MAPPER
                .createObjectNode()
                .put("territory", change.territory())
                .put("entryId", change.entryId().toString())
                .put("position", change.position())
                .put("type", change.type())
                .put("recordedAt", change.recordedAt().toString())
                .toString();
        return "id: " + change.index() + "\nevent: " + change.type() + "\ndata: " + data + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private long head() {
        try {
            long head = feed.head(Duration.ofSeconds(RETRY_SECONDS));
            if (head < 0) {
                throw Problems.unavailable(RETRY_SECONDS).asException();
            }
            return head;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable(RETRY_SECONDS).asException();
        }
    }

    private static @Nullable Long index(String name, @Nullable String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (!INDEX.matcher(given).matches()) {
            throw Problems.invalidParameter(name).asException();
        }
        return Long.parseLong(given);
    }
}
