package fr.jalon.standalone.provider;

import fr.jalon.console.draw.QrSvg;
import fr.jalon.events.language.Language;
import fr.jalon.standalone.factor.NewFactor;
import fr.jalon.standalone.factor.SecondFactors;
import fr.jalon.standalone.provider.SignInPages.Outcome;
import fr.jalon.web.account.Account;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import fr.jalon.web.signin.FactorRule;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.LocaleResolver;

/** Where people give the code of their second factor, get one, and drop it. */
@Hidden
@RestController
final class SecondFactorPages {
    private static final String WANTED = SecondFactorPages.class.getName() + ".wanted";
    private static final String OWN = "/account/second-factor";

    private final LocaleResolver locales;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final FactorRule rule;

    SecondFactorPages(LocaleResolver locales, Accounts accounts, SecondFactors factors, FactorRule rule) {
        this.locales = locales;
        this.accounts = accounts;
        this.factors = factors;
        this.rule = rule;
    }

    /** After the password. */
    @GetMapping(SecondStep.CODE)
    void code(
            @RequestParam(required = false) @Nullable Outcome outcome,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        page("code", outcome, csrf, request).write(response);
    }

    /** After the password of somebody who must have one and has none. */
    @GetMapping(SecondStep.NEW_FACTOR)
    void required(
            @RequestParam(required = false) @Nullable Outcome outcome,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        NewFactor wanted = SecondStep.wanted(request).orElse(null);
        if (wanted == null) {
            response.sendRedirect("/sign-in?outcome=" + Outcome.LATE);
            return;
        }
        SignInPage page = page("new-factor", outcome, csrf, request)
                .with("action", SecondStep.NEW_FACTOR)
                .with("reason", words("factor.required", request));
        offered(page, wanted, SecondStep.account(request), request).write(response);
    }

    @GetMapping(OWN)
    void own(
            @RequestParam(required = false) @Nullable Outcome outcome,
            @AuthenticationPrincipal Actor actor,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Account account = account(actor);
        if (account.secondFactor() != null) {
            String left = Integer.toString(account.secondFactor().recovery().size());
            page("own-factor", outcome, csrf, request)
                    .with("left", left)
                    .with("reason", words(rule.mustHaveOne(account) ? "factor.stays" : "factor.drops", request))
                    .write(response);
            return;
        }
        NewFactor wanted = factors.random();
        request.getSession().setAttribute(WANTED, wanted);
        SignInPage page = page("new-factor", outcome, csrf, request)
                .with("action", OWN)
                .with("reason", words("factor.offered", request));
        offered(page, wanted, actor.name(), request).write(response);
    }

    @PostMapping(OWN)
    void add(
            @RequestParam String code,
            CsrfToken form,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        HttpSession session = request.getSession();
        Optional<List<String>> recovery = session.getAttribute(WANTED) instanceof NewFactor wanted
                ? factors.add(account(actor), wanted, code)
                : Optional.empty();
        if (recovery.isEmpty()) {
            response.sendRedirect(OWN + "?outcome=" + Outcome.CODE);
            return;
        }
        session.removeAttribute(WANTED);
        renewed(actor, request);
        told(recovery.get(), locales, request, response);
    }

    @PostMapping(OWN + "/removal")
    void drop(
            @RequestParam String code,
            CsrfToken form,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Account account = account(actor);
        switch (factors.judge(account, code)) {
            case RIGHT -> {
                factors.drop(account);
                renewed(actor, request);
                response.sendRedirect("/account?outcome=" + Outcome.DROPPED);
            }
            case WRONG -> response.sendRedirect(OWN + "?outcome=" + Outcome.CODE);
            case TOO_MANY -> response.sendRedirect(OWN + "?outcome=" + Outcome.CODES);
        }
    }

    /** Shows the codes for the day when it is lost, this once. */
    static void told(
            List<String> recovery, LocaleResolver locales, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new SignInPage("recovery", Language.of(locales.resolveLocale(request)), Map.of())
                .with("codes", String.join("\n", recovery))
                .write(response);
    }

    /** Whatever else is open ends; this session goes on. */
    private void renewed(Actor actor, HttpServletRequest request) {
        request.changeSessionId();
        SessionEnd.begin(request.getSession(), accounts, actor.name());
    }

    private SignInPage offered(SignInPage page, NewFactor wanted, String account, HttpServletRequest request) {
        String address = wanted.address(account, request.getServerName());
        return page.with("secret", wanted.inGroups())
                .with("address", address)
                .drawing(QrSvg.of(address, words("factor.picture", request)));
    }

    private Account account(Actor actor) {
        return accounts.find(actor.name()).orElseThrow();
    }

    private SignInPage page(String template, @Nullable Outcome outcome, CsrfToken csrf, HttpServletRequest request) {
        SignInPage page = new SignInPage(template, language(request), Map.of()).with("csrf", csrf.getToken());
        return outcome == null ? page : page.noticing(outcome.sentence());
    }

    private String words(String sentence, HttpServletRequest request) {
        return SignInPage.words(sentence, language(request));
    }

    private Language language(HttpServletRequest request) {
        return Language.of(locales.resolveLocale(request));
    }
}
