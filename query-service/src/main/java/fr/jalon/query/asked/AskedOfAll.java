package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.Sight;
import fr.jalon.web.request.FromParameters;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What a question about all registers says beside its own: up to when to read, and which answer the reader has already.
 */
@FromParameters({Asked.KNOWN_AT, NamesShown.PEOPLE})
public final class AskedOfAll {
    private final Asked.Desk desk;
    private final Asked.Request request;
    private final Sight sight;

    AskedOfAll(Asked.Desk desk, Asked.Request request, Sight sight) {
        this.desk = desk;
        this.request = request;
        this.sight = sight;
    }

    /** Answers with what was recorded up to the instant asked for, on whatever day; that instant completes the link. */
    public ResponseEntity<byte[]> answer(Permalink link, Function<CitedInstant, ?> body) {
        return answer(link, () -> {}, body);
    }

    /**
     * The same where what is asked for may not exist: made sure of before the reader is told that nothing has changed.
     */
    public ResponseEntity<byte[]> answer(Permalink link, Runnable exists, Function<CitedInstant, ?> body) {
        return answer(instant -> new CacheableAnswer(tag(instant), instant.isPinned()), link, exists, body);
    }

    /** The same of an answer that is another one on another day. */
    public ResponseEntity<byte[]> answer(AskedDay day, Permalink link, Function<CitedInstant, ?> body) {
        return answer(day, link, () -> {}, body);
    }

    /**
     * The same where what is asked for may not exist: made sure of before the reader is told that nothing has changed.
     */
    public ResponseEntity<byte[]> answer(
            AskedDay day, Permalink link, Runnable exists, Function<CitedInstant, ?> body) {
        return answer(instant -> CacheableAnswer.of(tag(instant), day, instant.isPinned()), link, exists, body);
    }

    private ResponseEntity<byte[]> answer(
            Function<CitedInstant, CacheableAnswer> kept,
            Permalink link,
            Runnable exists,
            Function<CitedInstant, ?> body) {
        return desk.questions().answer(request.kind(), () -> {
            CitedInstant instant = instant();
            CacheableAnswer answer = cited(kept.apply(instant), instant, link).marked(desk.questions()::mark);
            return answer.answer(request.seen(), exists, () -> body.apply(instant));
        });
    }

    /** The instant asked for, or the last one of all that is recorded. */
    public CitedInstant instant() {
        String given = request.knownAt();
        KnownAt asked = given == null ? null : desk.axes().knownAt(Asked.KNOWN_AT, given);
        return desk.pinning().citeAll(asked);
    }

    private static CacheableAnswer cited(CacheableAnswer answer, CitedInstant instant, Permalink link) {
        return answer.citedBy(instant.holds() ? link.with(Asked.KNOWN_AT, instant.text()) : null);
    }

    /** Names what the answer rests on, and for whom it is. */
    private String tag(CitedInstant instant) {
        return instant.tag() + sight.mark();
    }

    /** What the reader may see. */
    public Sight sight() {
        return sight;
    }

    public @Nullable String seen() {
        return request.seen();
    }
}
