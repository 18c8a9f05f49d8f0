package fr.jalon.query.account;

import fr.jalon.query.asked.Questions;
import fr.jalon.web.account.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who one is here, for whoever may sign in. */
@RestController
@Tag(name = "Accounts")
public final class OwnAccountController {
    private final Questions questions;

    OwnAccountController(Questions questions) {
        this.questions = questions;
    }

    @GetMapping(path = "/api/v1/account", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "ownAccount", summary = "Who one is here, and as what")
    @ApiResponse(responseCode = "200", description = "The account of whoever asks; never kept by caches")
    ResponseEntity<OwnAccount> own(@Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return questions.answer(
                "ownAccount",
                () -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(OwnAccount.of(actor)));
    }
}
