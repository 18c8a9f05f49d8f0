package fr.jalon.standalone.provider;

import fr.jalon.events.language.Language;
import fr.jalon.web.account.AccountVerdict;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.PasswordRule;
import fr.jalon.web.account.Passwords;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.signin.OwnPassword;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.LocaleResolver;

/** Where people change their own password: whatever else they have open ends, and this session goes on. */
@Hidden
@RestController
final class OwnPasswordPage {
    private final LocaleResolver locales;
    private final Accounts accounts;
    private final OwnPassword password;

    OwnPasswordPage(LocaleResolver locales, Accounts accounts, OwnPassword password) {
        this.locales = locales;
        this.accounts = accounts;
        this.password = password;
    }

    @GetMapping("/account/password")
    void form(CsrfToken csrf, HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(null, csrf, request, response);
    }

    @PostMapping("/account/password")
    void change(
            @RequestParam String old,
            @RequestParam String wanted,
            @RequestParam String again,
            @AuthenticationPrincipal Actor actor,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String wrong = wrong(old, wanted, again, actor, request);
        if (wrong != null) {
            show(wrong, csrf, request, response);
            return;
        }
        request.changeSessionId();
        SessionEnd.begin(request.getSession(), accounts, actor.name());
        response.sendRedirect("/account?outcome=" + SignInPages.Outcome.CHANGED);
    }

    /** The sentence of what keeps it from being changed; null where it is. */
    private @Nullable String wrong(String old, String wanted, String again, Actor actor, HttpServletRequest request) {
        if (!wanted.equals(again)) {
            return "password.differ";
        }
        PasswordRule broken = PasswordRule.brokenBy(wanted).orElse(null);
        if (broken != null) {
            return "password." + broken.code();
        }
        try {
            AccountVerdict verdict = password.change(actor, old, Passwords.hash(wanted), request);
            return verdict == AccountVerdict.DONE ? null : "password.elsewhere";
        } catch (ProblemException refused) {
            return refused.problem().code().equals(ProblemCode.WRONG_PASSWORD.code())
                    ? "password.wrong"
                    : "outcome.later";
        }
    }

    private void show(
            @Nullable String sentence, CsrfToken csrf, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SignInPage page = new SignInPage("password", Language.of(locales.resolveLocale(request)), Map.of())
                .with("csrf", csrf.getToken());
        (sentence == null ? page : page.noticing(sentence)).write(response);
    }
}
