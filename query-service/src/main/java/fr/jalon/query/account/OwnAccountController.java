package fr.jalon.query.account;

import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.signin.OwnPassword;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who one is here, for whoever may sign in. */
@RestController
@Tag(name = "Accounts")
public final class OwnAccountController {
    private final Questions questions;
    private final OwnPassword password;

    OwnAccountController(Questions questions, OwnPassword password) {
        this.questions = questions;
        this.password = password;
    }

    @GetMapping(path = "/api/v1/account", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "ownAccount", summary = "Who one is here, and as what")
    @ApiResponse(responseCode = "200", description = "The account of whoever asks; never kept by caches")
    ResponseEntity<OwnAccount> own(@Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return questions.answer("ownAccount", () -> Unkept.answer(OwnAccount.of(actor)));
    }

    @PostMapping(
            path = "/api/v1/account/password",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @MayAnswer({ProblemCode.WRONG_PASSWORD, ProblemCode.REFUSED_PASSWORD, ProblemCode.ACCOUNTS_ELSEWHERE})
    @Operation(
            operationId = "changeOwnPassword",
            summary = "Another password of one's own; whatever else is open with the account ends")
    @ApiResponse(responseCode = "200", description = "It opens from now on, and the one before no more")
    ResponseEntity<ChangedAccount> password(
            @RequestBody OwnPasswordForm form,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            HttpServletRequest request) {
        String old = Objects.requireNonNullElse(form.old(), "");
        String hash = GivenPassword.wanted(Objects.requireNonNullElse(form.password(), ""));
        return questions.answer("account-changed", () -> {
            AccountProblems.of(password.change(actor, old, hash, request), actor.name())
                    .ifPresent(problem -> {
                        throw problem.asException();
                    });
            return Unkept.answer(new ChangedAccount(actor.name(), null));
        });
    }
}
