package fr.jalon.standalone.provider;

import fr.jalon.events.language.Language;
import fr.jalon.web.account.Actor;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.LocaleResolver;

/** What people see of signing in: the form, their account, and the question whether a program of theirs may come in. */
@Hidden
@RestController
final class SignInPages {
    private final LocaleResolver locales;

    SignInPages(LocaleResolver locales) {
        this.locales = locales;
    }

    /** What became of what was asked for; the name of its sentence. */
    enum Outcome {
        WRONG,
        LATER,
        OUT,
        CHANGED,
        /** No password came before the code, or too long ago. */
        LATE,
        /** The code is wrong, or was used. */
        CODE,
        /** Too many codes were wrong. */
        CODES,
        DROPPED,
        UNKNOWN,
        ALLOWED,
        DENIED;

        String sentence() {
            return "outcome." + name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping("/sign-in")
    void signIn(
            @RequestParam(required = false) @Nullable Outcome outcome,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        page("sign-in", outcome, request).with("csrf", csrf.getToken()).write(response);
    }

    @GetMapping("/account")
    void account(
            @RequestParam(required = false) @Nullable Outcome outcome,
            @AuthenticationPrincipal Actor actor,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        page("account", outcome, request)
                .with("csrf", csrf.getToken())
                .with("name", actor.name())
                .with("roles", actor.roleAndScope())
                .write(response);
    }

    @GetMapping("/device")
    void device(
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "") String user_code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        page("device", outcome, request).with("code", user_code).write(response);
    }

    /** Where the provider sends whoever typed a code: nobody is let in before they say so. */
    @GetMapping("/device/question")
    void question(
            @RequestParam String scope,
            @RequestParam String client_id,
            @RequestParam String state,
            @RequestParam String user_code,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        page("question", null, request)
                .with("name", actor.name())
                .with("scope", scope)
                .with("client", client_id)
                .with("state", state)
                .with("code", user_code)
                .write(response);
    }

    @GetMapping(path = "/sign-in/page.css", produces = "text/css")
    String style() {
        return SignInPage.text("page.css");
    }

    private SignInPage page(String template, @Nullable Outcome outcome, HttpServletRequest request) {
        SignInPage page = new SignInPage(template, Language.of(locales.resolveLocale(request)), Map.of());
        return outcome == null ? page : page.noticing(outcome.sentence());
    }
}
