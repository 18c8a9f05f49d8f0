package fr.jalon.query.account;

import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.web.account.AccountChange;
import fr.jalon.web.account.AccountKeeper;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The accounts: the national team keeps them, auditors see them. A change counts at once, in every process. */
@RestController
@Tag(name = "Accounts")
public final class AccountsController {
    private static final String ACCOUNTS = "/api/v1/accounts";

    private final Questions questions;
    private final Accounts accounts;
    private final AccountKeeper keeper;
    private final SecurityLog log;

    AccountsController(Questions questions, Accounts accounts, AccountKeeper keeper, SecurityLog log) {
        this.questions = questions;
        this.accounts = accounts;
        this.keeper = keeper;
        this.log = log;
    }

    @GetMapping(path = ACCOUNTS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @Operation(operationId = "accounts", summary = "Who may come in, and as what")
    @ApiResponse(responseCode = "200", description = "All accounts; never kept by caches")
    ResponseEntity<AccountsAnswer> all() {
        return questions.answer("accounts", () -> Unkept.answer(AccountsAnswer.of(accounts.all())));
    }

    @PostMapping(
            path = ACCOUNTS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.KEEP_ACCOUNTS)
    @MayAnswer({
        ProblemCode.INVALID_ACCOUNT,
        ProblemCode.REFUSED_PASSWORD,
        ProblemCode.ACCOUNT_TAKEN,
        ProblemCode.ACCOUNTS_ELSEWHERE
    })
    @Operation(operationId = "makeAccount", summary = "Make an account; without a password, one is made and told once")
    @ApiResponse(responseCode = "201", description = "It is made")
    ResponseEntity<ChangedAccount> make(
            @RequestBody AccountForm form, @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        Actor made = actor(form.name(), form.roles());
        GivenPassword password = GivenPassword.of(form.password());
        return changed(
                HttpStatus.CREATED, actor, "made", new AccountChange.Make(made, password.hash()), password.told());
    }

    @PostMapping(
            path = ACCOUNTS + "/{name}/role",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.KEEP_ACCOUNTS)
    @MayAnswer({
        ProblemCode.INVALID_ACCOUNT,
        ProblemCode.UNKNOWN_ACCOUNT,
        ProblemCode.OWN_ROLES,
        ProblemCode.ACCOUNTS_ELSEWHERE
    })
    @Operation(operationId = "giveRoles", summary = "Give an account other roles; nobody gives themselves any")
    @ApiResponse(responseCode = "200", description = "It has them")
    ResponseEntity<ChangedAccount> role(
            @PathVariable String name,
            @RequestBody RolesForm form,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        AccountChange change = new AccountChange.GiveRoles(actor(name, form.roles()));
        return changed(HttpStatus.OK, actor, "roles", change, null);
    }

    @PostMapping(
            path = ACCOUNTS + "/{name}/password",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.KEEP_ACCOUNTS)
    @MayAnswer({ProblemCode.REFUSED_PASSWORD, ProblemCode.UNKNOWN_ACCOUNT, ProblemCode.ACCOUNTS_ELSEWHERE})
    @Operation(operationId = "setPassword", summary = "Give an account another password; the one before opens no more")
    @ApiResponse(responseCode = "200", description = "It has it")
    ResponseEntity<ChangedAccount> password(
            @PathVariable String name,
            @RequestBody PasswordForm form,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        GivenPassword password = GivenPassword.of(form.password());
        AccountChange change = new AccountChange.SetPassword(name, password.hash());
        return changed(HttpStatus.OK, actor, "password", change, password.told());
    }

    @PostMapping(path = ACCOUNTS + "/{name}/disable", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.KEEP_ACCOUNTS)
    @MayAnswer({ProblemCode.UNKNOWN_ACCOUNT, ProblemCode.LAST_NATIONAL, ProblemCode.ACCOUNTS_ELSEWHERE})
    @Operation(operationId = "disableAccount", summary = "Let an account in no more; what it has open ends")
    @ApiResponse(responseCode = "200", description = "It is let in no more")
    ResponseEntity<ChangedAccount> disable(
            @PathVariable String name,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable
                    String origin) {
        requireNoPage(origin);
        return changed(HttpStatus.OK, actor, "disabled", new AccountChange.Disable(name), null);
    }

    @PostMapping(path = ACCOUNTS + "/{name}/enable", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.KEEP_ACCOUNTS)
    @MayAnswer({ProblemCode.UNKNOWN_ACCOUNT, ProblemCode.ACCOUNTS_ELSEWHERE})
    @Operation(operationId = "enableAccount", summary = "Let an account in again, by the password that it had")
    @ApiResponse(responseCode = "200", description = "It is let in")
    ResponseEntity<ChangedAccount> enable(
            @PathVariable String name,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable
                    String origin) {
        requireNoPage(origin);
        return changed(HttpStatus.OK, actor, "enabled", new AccountChange.Enable(name), null);
    }

    @PostMapping(path = ACCOUNTS + "/{name}/forget-factor", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.KEEP_ACCOUNTS)
    @MayAnswer({ProblemCode.UNKNOWN_ACCOUNT, ProblemCode.ACCOUNTS_ELSEWHERE})
    @Operation(
            operationId = "forgetSecondFactor",
            summary = "Take away an account's second factor, which its holder lost; what it has open ends")
    @ApiResponse(responseCode = "200", description = "Its password is enough, or another factor is asked for")
    ResponseEntity<ChangedAccount> forgetFactor(
            @PathVariable String name,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable
                    String origin) {
        requireNoPage(origin);
        return changed(
                HttpStatus.OK, actor, "second-factor-forgotten", new AccountChange.ForgetSecondFactor(name), null);
    }

    private ResponseEntity<ChangedAccount> changed(
            HttpStatus status, Actor asking, String what, AccountChange change, @Nullable String told) {
        return questions.answer("account-changed", () -> {
            AccountProblems.of(keeper.change(asking, change), change.account()).ifPresent(problem -> {
                throw problem.asException();
            });
            log.accountChanged(asking, what, change.account());
            return Unkept.answer(status, new ChangedAccount(change.account(), told));
        });
    }

    private static Actor actor(@Nullable String name, @Nullable List<String> roles) {
        try {
            if (name != null && roles != null) {
                return Actor.of(name, String.join(",", roles));
            }
        } catch (IllegalArgumentException none) {
            throw AccountProblems.invalidAccount().asException();
        }
        throw AccountProblems.invalidAccount().asException();
    }

    /** These calls take no body, so nothing but the page's address keeps another site's form from making them. */
    private static void requireNoPage(@Nullable String origin) {
        if (origin != null) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
    }
}
