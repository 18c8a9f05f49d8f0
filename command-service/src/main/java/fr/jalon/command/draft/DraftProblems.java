package fr.jalon.command.draft;

import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.SentencePair;
import org.springframework.http.HttpHeaders;

/** Why a draft is not answered or not kept. */
final class DraftProblems {
    private static final SentencePair SENTENCES = SentencePair.of(DraftProblems.class, "problems");

    private DraftProblems() {}

    static Problem malformed() {
        return problem(ProblemCode.MALFORMED_DRAFT);
    }

    static Problem unknown(String territory, String draft) {
        return problem(ProblemCode.UNKNOWN_DRAFT, territory, draft, DraftRetention.KEPT.toDays());
    }

    /** 412: somebody else made it this version meanwhile. */
    static Problem stale(long version) {
        return problem(ProblemCode.STALE_DRAFT, version).header(HttpHeaders.ETAG, "\"" + version + "\"");
    }

    /** 412: somebody else removed it meanwhile. */
    static Problem gone() {
        return Problem.of(ProblemCode.STALE_DRAFT, SENTENCES).detailed(SENTENCES.say("stale-draft.gone"));
    }

    static Problem tooMany(String territory) {
        return problem(ProblemCode.TOO_MANY_DRAFTS, territory, Drafts.MOST);
    }

    private static Problem problem(ProblemCode code, Object... given) {
        return Problem.of(code, SENTENCES).detailed(SENTENCES.say(code.code() + ".detail", given));
    }
}
