package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Refusal;
import fr.jalon.events.entry.Entry;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.problem.Sentences;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Puts decisions into words. */
public final class Outcomes {
    private static final Sentences SENTENCES = Sentences.of(Outcomes.class, "problems");
    private static final Sentences REFUSALS = Sentences.of(Refusal.class, "refusals");

    private Outcomes() {}

    static Outcome of(Decision decision, RecordEntry command) {
        return switch (decision) {
            case Decision.Accepted(long position, Instant recordedAt) -> kept(command, position, recordedAt, true);
            case Decision.AlreadyRecorded(long position, Instant recordedAt) ->
                kept(command, position, recordedAt, false);
            case Decision.IdTaken ignored -> new Outcome.Rejected(idTaken(command.entry()));
            case Decision.Stale(long position) -> new Outcome.Rejected(stale(position));
            case Decision.NotOpened(String territory) -> new Outcome.Rejected(Problems.unknownTerritory(territory));
            case Decision.Refused(List<Refusal> refusals) -> new Outcome.Rejected(refused(refusals));
        };
    }

    /** 409: the id is another entry's, here or in another territory. */
    static Problem idTaken(Entry entry) {
        return problem(409, "entry-id-taken", entry.entryId().toString());
    }

    /** 403: the territory is none of the sender's. */
    static Problem notTheirs(String territory) {
        return problem(403, "not-your-territory", territory);
    }

    /** 413: a line among many is too long. */
    public static Problem lineTooLong(int limit) {
        return problem(413, "line-too-long", limit);
    }

    /** 503: a newer version wrote in this register, and only such a one can decide on it. */
    static Problem unreadable(String territory, long position) {
        return problem(503, "register-unreadable", territory, position);
    }

    private static Problem stale(long position) {
        return problem(412, "stale-position", position).header(HttpHeaders.ETAG, "\"" + position + "\"");
    }

    /** The problem's own code is that of the first rule broken: what a program looks at first. */
    private static Problem refused(List<Refusal> refusals) {
        List<Problem.Cause> causes = refusals.stream().map(Outcomes::cause).toList();
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

    private static Outcome kept(RecordEntry command, long position, @Nullable Instant recordedAt, boolean anew) {
        Entry entry = command.entry();
        Receipt receipt = command.dryRun()
                ? new Receipt(entry.entryId(), entry.territory(), position, null, true)
                : new Receipt(entry.entryId(), entry.territory(), position, recordedAt, null);
        return new Outcome.Kept(receipt, anew);
    }
}
