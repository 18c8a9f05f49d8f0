package fr.jalon.web.signin;

import fr.jalon.web.account.Account;
import fr.jalon.web.account.AccountChange;
import fr.jalon.web.account.AccountKeeper;
import fr.jalon.web.account.AccountVerdict;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.security.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Changes somebody's own password, for whoever knows the one in use: a session or a token that was left open is not
 * enough, and guessing is slowed as everywhere. All else that is open with the account ends with the old one.
 */
public final class OwnPassword {
    private static final int RETRY_SECONDS = 5;

    private final AuthenticationProvider signIn;
    private final Accounts accounts;
    private final AccountKeeper keeper;
    private final SecurityLog log;

    public OwnPassword(AuthenticationProvider signIn, Accounts accounts, AccountKeeper keeper, SecurityLog log) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.keeper = keeper;
        this.log = log;
    }

    /**
     * Gives the account that asks another password.
     *
     * @param old the one in use
     * @param newHash of one that breaks no rule
     * @throws fr.jalon.web.problem.ProblemException if the old one is wrong, or too many were tried
     */
    public AccountVerdict change(Actor actor, String old, String newHash, HttpServletRequest request) {
        Optional<Account> account = accounts.find(actor.name());
        if (account.isEmpty()) {
            return AccountVerdict.NOT_ALLOWED;
        }
        require(actor, old, request);
        AccountVerdict verdict = keeper.change(
                actor,
                new AccountChange.ChangeOwn(
                        actor.name(), account.get().passwordHash(), new AccountChange.Own.Password(newHash)));
        if (verdict == AccountVerdict.DONE) {
            log.accountChanged(actor, "own-password", actor.name());
        }
        return verdict;
    }

    private void require(Actor actor, String password, HttpServletRequest request) {
        var claim = UsernamePasswordAuthenticationToken.unauthenticated(actor.name(), password);
        claim.setDetails(new WebAuthenticationDetails(request));
        try {
            signIn.authenticate(claim);
        } catch (SecondFactorNeeded right) {
            // Whoever asks has shown theirs already, or could not ask.
        } catch (BadCredentialsException wrong) {
            throw wrongPassword().asException();
        } catch (TooManyAttempts tooMany) {
            throw AskToSignIn.tooMany(tooMany).asException();
        } catch (AuthenticationException notNow) {
            throw Problems.unavailable(RETRY_SECONDS).asException();
        }
    }

    private static Problem wrongPassword() {
        Problem problem = Problem.of(ProblemCode.WRONG_PASSWORD).detailed();
        return problem.because(
                List.of(new Problem.Cause(problem.code(), "/old", Objects.requireNonNull(problem.detail()))));
    }
}
