package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.answers.Sight;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.web.request.FromParameters;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What a question about one register says beside its own: up to where to read, what to wait for, and which answer the
 * reader has already.
 */
@FromParameters({Asked.KNOWN_AT, Asked.MIN_POSITION, NamesShown.PEOPLE})
public final class Asked {
    static final String KNOWN_AT = "knownAt";
    static final String MIN_POSITION = "minPosition";

    private final Desk desk;
    private final Request request;
    private final Sight sight;

    Asked(Desk desk, Request request, Sight sight) {
        this.desk = desk;
        this.request = request;
        this.sight = sight;
    }

    /** Whoever answers: the same for all requests. */
    record Desk(Questions questions, Axes axes, Pinning pinning) {}

    /**
     * What came.
     *
     * @param kind the question's name in the contract
     * @param seen the tags of the answers that the reader has
     */
    record Request(
            String kind,
            @Nullable String knownAt,
            @Nullable String minPosition,
            @Nullable String seen) {}

    /** Answers with what was recorded up to the place asked for, on whatever day; that place completes the link. */
    public ResponseEntity<byte[]> answer(String territory, Permalink link, Function<CitedPlace, ?> body) {
        return answer(() -> {
            CitedPlace place = place(territory);
            return answer(new CacheableAnswer(place.tag(), place.holds()), place, link, body);
        });
    }

    /** The same of an answer that is another one on another day. */
    public ResponseEntity<byte[]> answer(String territory, AskedDay day, Permalink link, Function<CitedPlace, ?> body) {
        return answer(() -> {
            CitedPlace place = place(territory);
            return answer(CacheableAnswer.of(place.tag(), day, place.holds()), place, link, body);
        });
    }

    /** Answers a question that says more of itself, or is about several places. */
    public ResponseEntity<byte[]> answer(Supplier<ResponseEntity<byte[]>> answer) {
        return desk.questions.answer(request.kind, answer);
    }

    /** The place asked for in this register, once it can be read so far; 404 where nobody opened the territory. */
    public CitedPlace place(String territory) {
        return places(territory, desk.axes.place(KNOWN_AT, request.knownAt)).getFirst();
    }

    /** Places named otherwise, at one moment. */
    public List<CitedPlace> places(String territory, RegisterPlace... asked) {
        List<Knowledge> known = desk.questions.known(territory, minPosition(), asked);
        return IntStream.range(0, asked.length)
                .mapToObj(i -> desk.pinning.cite(asked[i], known.get(i)).seen(sight))
                .toList();
    }

    /** The place of the last entry recorded up to an instant; that of the first of all where none was. */
    public CitedPlace closest(String territory, KnownAt instant) {
        List<Knowledge> known = desk.questions.known(territory, minPosition(), instant, new RegisterPlace.Through(1));
        Knowledge closest = known.get(known.getFirst().position() == 0 ? 1 : 0);
        return desk.pinning
                .cite(new RegisterPlace.Through(closest.position()), closest)
                .seen(sight);
    }

    /** Whether the request itself names a place. */
    public boolean isPlaceGiven() {
        return request.knownAt != null;
    }

    /** An answer as one of this reader's, who is shown names that others are not. */
    public CacheableAnswer marked(CacheableAnswer answer) {
        return answer.marked(desk.questions::mark);
    }

    /** What the reader may see. */
    public Sight sight() {
        return sight;
    }

    public @Nullable String seen() {
        return request.seen;
    }

    private long minPosition() {
        return desk.axes.position(MIN_POSITION, request.minPosition);
    }

    private ResponseEntity<byte[]> answer(
            CacheableAnswer answer, CitedPlace place, Permalink link, Function<CitedPlace, ?> body) {
        return marked(answer).citedBy(link.with(KNOWN_AT, place.pin())).answer(request.seen, () -> body.apply(place));
    }
}
