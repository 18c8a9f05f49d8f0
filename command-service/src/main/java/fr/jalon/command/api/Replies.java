package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.Refusal;
import fr.jalon.events.entry.Entry;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.problem.Sentences;
import fr.jalon.web.recording.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Puts every yes into a receipt, and every no into words and under an HTTP status. */
public final class Replies {
    private static final Sentences SENTENCES = Sentences.of(Replies.class, "problems");
    private static final Sentences REFUSALS = Sentences.of(Refusal.class, "refusals");
    private static final int RETRY_SECONDS = 1;

    private Replies() {}

    public static Problem problem(Decision.No decision, Entry entry) {
        return switch (decision) {
            case Decision.NotTheirs(String territory) -> notTheirs(territory);
            case Decision.NotOpened(String territory) -> Problems.unknownTerritory(territory);
            case Decision.IdTaken _, Decision.IdTakenElsewhere _ ->
                problem(409, "entry-id-taken", entry.entryId().toString());
            case Decision.Stale(long position) ->
                problem(412, "stale-position", position).header(HttpHeaders.ETAG, "\"" + position + "\"");
            case Decision.Refused(List<Refusal> refusals) -> refused(refusals);
            case Decision.Unreadable(long position) -> problem(503, "register-unreadable", entry.territory(), position);
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
                dryRun ? true : null);
    }

    /** 403: the territory is none of the sender's. */
    static Problem notTheirs(String territory) {
        return problem(403, "not-your-territory", territory);
    }

    /** 413: a line among many is too long. */
    public static Problem lineTooLong(int limit) {
        return problem(413, "line-too-long", limit);
    }

    /** The problem's own code is that of the first rule broken: what a program looks at first. */
    private static Problem refused(List<Refusal> refusals) {
        List<Problem.Cause> causes = refusals.stream().map(Replies::cause).toList();
        Problem.Cause first = causes.getFirst();
        return new Problem(422, first.code(), SENTENCES.say("refused"), first.detail(), causes, Map.of());
    }

    private static Problem.Cause cause(Refusal refusal) {
        String code = refusal.code().code();
        return new Problem.Cause(code, refusal.pointer(), REFUSALS.say(code, refusal.subject()), refusal.entry());
    }

    private static Problem problem(int status, String code, Object... given) {
        return new Problem(
                status, code, SENTENCES.say(code), SENTENCES.say(code + ".detail", given), List.of(), Map.of());
    }
}
