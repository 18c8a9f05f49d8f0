package fr.jalon.query.changes;

import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.readmodel.question.Changes.Change;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.problem.SentencePair;
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
import java.util.Locale;
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
 * What is being recorded, as server-sent events (WHATWG HTML, 9.2). Each reader is a virtual thread that writes
 * straight to its connection: one that stops reading blocks itself alone, and is dropped when the server's time for a
 * write is over.
 */
@RestController
@Tag(name = "Reading")
public final class ChangesController {
    private static final SentencePair SENTENCES = SentencePair.of(ChangesController.class, "changes");
    private static final String BEYOND_HEAD = "beyond-head";
    private static final String LOG_PUT_BACK = "log-put-back";
    private static final int RETRY_SECONDS = 5;

    private final Questions questions;
    private final ChangeFeed feed;
    private final Shares streams;
    private final Duration heartbeat;
    private final Duration longest;

    /**
     * Where a stream begins.
     *
     * @param event what to say first of the id that was given; null where it is of this log
     */
    private record Start(ChangeId told, @Nullable String event) {}

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

    @GetMapping(path = "/api/v1/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @HasOwnShare
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.TOO_MANY_READERS})
    @Operation(
            operationId = "changes",
            summary = "What is being recorded, as server-sent events in the log's order",
            description =
                    "Each event has the entry's type as its name, and territory, entryId, position, type and recordedAt as"
                            + " its data. Its id is the log's index and a mark of the entry there, 57.1f3a9c0d12ab34cd; the index"
                            + " alone is understood too. A stream ends after a while; a reader connects again with the last id, as"
                            + " browsers do, and misses nothing. Where the log does not go as far as an index, the first event is"
                            + " beyond-head; where it does not have the entry of an id with its mark, log-put-back: a back-up was"
                            + " restored, or it is another log. Both have as their data asked, head, detail and details (fr, en);"
                            + " the reader asks for states anew, and the stream goes on from the head. Plain events"
                            + " have no names: whoever listens for messages has them all, and their data say the type.")
    @ApiResponse(
            responseCode = "200",
            description = "Events, and comments while there is none",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(anyOf = {ChangeEvent.class, AstrayEvent.class})))
    void changes(
            @RequestParam(required = false) @Parameter(description = "Only this territory's") @Nullable
                    String territory,
            @RequestParam(required = false)
                    @Parameter(description = "The id after which to begin; now if left out")
                    @Nullable
                    String after,
            @RequestParam(required = false)
                    @Parameter(description = "named, if left out; or plain: every event a message", example = "plain")
                    @Nullable
                    String events,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Parameter(description = "The same, stronger: what a reader sends who connects again")
                    @Nullable
                    String lastEventId,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        ChangeId given = lastEventId == null || lastEventId.isEmpty()
                ? (after == null ? null : ChangeId.read("after", after))
                : ChangeId.read("Last-Event-ID", lastEventId);
        EventForm form = EventForm.of(events);
        if (territory != null && territory.isEmpty()) {
            throw ParameterForm.TERRITORY.missedBy("territory").asException();
        }
        try (Shares.Held _ = streams.take(actor)) {
            Start start = questions.answer("changes", () -> {
                if (territory != null) {
                    questions.requireRecorded(territory);
                }
                return start(given);
            });
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // Reverse proxies that gather what they pass on would keep it from the reader.
            response.setHeader("X-Accel-Buffering", "no");
            if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
                OutputStream out = response.getOutputStream();
                if (given != null && start.event != null) {
                    write(out, astray(form, start.event, given, start.told, locale));
                }
                tell(out, form, start.told, territory);
            }
        } catch (DataAccessException away) {
            if (!response.isCommitted()) {
                throw away;
            }
            // The stream ends here; the reader connects again when it may.
        }
    }

    /** Until the stream has lasted long enough, the service ends, or the reader is gone, which writing tells. */
    private void tell(OutputStream out, EventForm form, ChangeId begin, @Nullable String territory)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        ChangeId told = begin;
        write(out, sign(told));
        while (feed.isRunning() && System.nanoTime() - end < 0) {
            List<Change> changes = feed.after(told.index(), heartbeat);
            StringBuilder text = new StringBuilder();
            for (Change change : changes) {
                told = ChangeId.of(change);
                if (territory == null || territory.equals(change.territory())) {
                    text.append(form.event(told, change.type(), ChangeEvent.of(change)));
                }
            }
            write(out, text.isEmpty() ? sign(told) : text.toString());
        }
    }

    /** A sign of life. Its id makes no event, but a reader who is told of few territories begins again from here. */
    private static String sign(ChangeId told) {
        return ":\nid: " + told + "\n\n";
    }

    /** Said first to a reader whose id this log does not have: what it was told may not be so here. */
    private static String astray(EventForm form, String event, ChangeId asked, ChangeId head, Locale locale) {
        Bilingual detail = SENTENCES.say(event, asked.toString(), head.toString());
        String type = form == EventForm.PLAIN ? event : null;
        return form.event(head, event, AstrayEvent.of(type, asked, head, detail, locale));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** After the id given, if the log has it, or else after the last change told. */
    private Start start(@Nullable ChangeId given) {
        if (given == null) {
            return new Start(head(), null);
        }
        if (given.equals(ChangeId.NONE)) {
            return new Start(given, null);
        }
        return feed.at(given.index())
                .filter(given::isOf)
                .map(change -> new Start(ChangeId.of(change), null))
                .orElseGet(() -> new Start(head(), given.mark() == null ? BEYOND_HEAD : LOG_PUT_BACK));
    }

    private ChangeId head() {
        try {
            long head = feed.head(Duration.ofSeconds(RETRY_SECONDS));
            if (head < 0) {
                throw Problems.unavailable(RETRY_SECONDS).asException();
            }
            return feed.at(head).map(ChangeId::of).orElse(ChangeId.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable(RETRY_SECONDS).asException();
        }
    }
}
