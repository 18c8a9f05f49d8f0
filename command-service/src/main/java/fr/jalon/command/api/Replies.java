package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.Refusal;
import fr.jalon.events.entry.Entry;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.problem.SentencePair;
import fr.jalon.web.recording.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Puts every yes into a receipt, and every no into words and under an HTTP status. */
public final class Replies {
    private static final SentencePair SENTENCES = SentencePair.of(Replies.class, "problems");
    private static final SentencePair REFUSALS = SentencePair.of(Refusal.class, "refusals");
    private static final int RETRY_SECONDS = 1;

    private Replies() {}

    /** A no in one word. */
    static ProblemCode code(Decision.No decision) {
        return switch (decision) {
            case Decision.NotTheirs _ -> ProblemCode.NOT_YOUR_TERRITORY;
            case Decision.NotOpened _ -> ProblemCode.UNKNOWN_TERRITORY;
            case Decision.IdTaken _, Decision.IdTakenElsewhere _ -> ProblemCode.ENTRY_ID_TAKEN;
            case Decision.Stale _ -> ProblemCode.STALE_POSITION;
            // That of the first rule broken: what a program looks at first.
            case Decision.Refused(List<Refusal> refusals) ->
                ProblemCode.valueOf(refusals.getFirst().code().name());
            case Decision.Unreadable _ -> ProblemCode.REGISTER_UNREADABLE;
            case Decision.Busy _, Decision.Unavailable _ -> ProblemCode.UNAVAILABLE;
        };
    }

    public static Problem problem(Decision.No decision, Entry entry) {
        ProblemCode code = code(decision);
        return switch (decision) {
            case Decision.NotTheirs(String territory) -> notTheirs(territory);
            case Decision.NotOpened(String territory) -> Problems.unknownTerritory(territory);
            case Decision.IdTaken _, Decision.IdTakenElsewhere _ ->
                problem(code, entry.entryId().toString());
            case Decision.Stale(long position) ->
                problem(code, position).header(HttpHeaders.ETAG, "\"" + position + "\"");
            case Decision.Refused(List<Refusal> refusals) -> refused(code, refusals);
            case Decision.Unreadable(long position) -> problem(code, entry.territory(), position);
            case Decision.Busy _, Decision.Unavailable _ -> Problems.unavailable(RETRY_SECONDS);
        };
    }

    /** What whoever recorded an entry takes home. */
    public static Receipt receipt(Decision.Yes decision, Entry entry, boolean dryRun) {
        Instant recordedAt = switch (decision) {
            case Decision.Accepted _ -> null;
            case Decision.Recorded recorded -> recorded.recordedAt();
            case Decision.AlreadyRecorded recorded -> recorded.recordedAt();
        };
        return new Receipt(
                entry.entryId(),
                entry.territory(),
                decision.position(),
                dryRun ? null : recordedAt,
                dryRun ? true : null,
                null,
                null);
    }

    /** 403: the territory is none of the sender's. */
    static Problem notTheirs(String territory) {
        return problem(ProblemCode.NOT_YOUR_TERRITORY, territory);
    }

    private static Problem refused(ProblemCode code, List<Refusal> refusals) {
        List<Problem.Cause> causes = refusals.stream().map(Replies::cause).toList();
        return new Problem(
                code.status(),
                code.code(),
                SENTENCES.say("refused"),
                causes.getFirst().detail(),
                causes,
                Map.of());
    }

    private static Problem.Cause cause(Refusal refusal) {
        String code = refusal.code().code();
        return new Problem.Cause(
                code,
                refusal.pointer(),
                REFUSALS.say(code, refusal.subject()),
                refusal.entry(),
                refusal.position(),
                null);
    }

    private static Problem problem(ProblemCode code, Object... given) {
        return Problem.of(code, SENTENCES).detailed(SENTENCES.say(code.code() + ".detail", given));
    }
}
