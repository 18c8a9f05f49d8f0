package fr.jalon.query.account;

import fr.jalon.web.account.AccountVerdict;
import fr.jalon.web.account.PasswordRule;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.SentencePair;
import java.util.Optional;

/** Why an account is not changed. */
final class AccountProblems {
    private static final SentencePair SENTENCES = SentencePair.of(AccountProblems.class, "problems");

    private AccountProblems() {}

    /** 422: a name or a role that is none. */
    static Problem invalidAccount() {
        return problem(ProblemCode.INVALID_ACCOUNT);
    }

    /** 422: a password that is too short, or soon guessed. */
    static Problem refusedPassword(PasswordRule broken) {
        return Problem.of(ProblemCode.REFUSED_PASSWORD, SENTENCES)
                .detailed(SENTENCES.say("refused-password." + broken.code()));
    }

    /** What is wrong with a change; nothing where it was made. */
    static Optional<Problem> of(AccountVerdict verdict, String account) {
        return switch (verdict) {
            case DONE -> Optional.empty();
            case NOT_ALLOWED -> Optional.of(Problem.of(ProblemCode.FORBIDDEN));
            case TAKEN -> Optional.of(problem(ProblemCode.ACCOUNT_TAKEN, account));
            case UNKNOWN -> Optional.of(problem(ProblemCode.UNKNOWN_ACCOUNT, account));
            case OWN_ROLES -> Optional.of(problem(ProblemCode.OWN_ROLES));
            case LAST_NATIONAL -> Optional.of(problem(ProblemCode.LAST_NATIONAL, account));
            case ELSEWHERE -> Optional.of(problem(ProblemCode.ACCOUNTS_ELSEWHERE));
        };
    }

    private static Problem problem(ProblemCode code, Object... given) {
        return Problem.of(code, SENTENCES).detailed(SENTENCES.say(code.code() + ".detail", given));
    }
}
