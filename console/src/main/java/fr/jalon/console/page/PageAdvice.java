package fr.jalon.console.page;

import fr.jalon.console.client.RefusedCall;
import fr.jalon.events.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What a page says where it cannot be drawn: what is wrong, and what would be right. */
@ControllerAdvice("fr.jalon.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PageAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);

    private static final String[][] FIELDS = {
        {"asOf", "dates.asOf"},
        {"knownAt", "dates.knownAt"},
        {"knownTo", "dates.knownAt"},
        {"to", "dates.asOf"},
        {"from", "history.from"},
        {"knownFrom", "difference.known-from"},
        {"text", "history.text"},
        {"actor", "history.actor"},
        {"type", "history.type"},
        {"territory", "history.territory"}
    };

    private final MessageSource words;

    PageAdvice(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler
    ModelAndView refused(RefusedCall refusal, HttpServletRequest request, HttpServletResponse response) {
        String language =
                Language.of(RequestContextUtils.getLocale(request)).locale().getLanguage();
        return page(refusal.problem().status(), "trouble.refused", asLabelled(refusal.sentence(language), request));
    }

    /** What the contract calls its parameters is on no page: they are named as the fields are. */
    private String asLabelled(String sentence, HttpServletRequest request) {
        Locale locale = RequestContextUtils.getLocale(request);
        String said = sentence;
        for (String[] parameter : FIELDS) {
            String label = words.getMessage(parameter[1], null, locale);
            said = said.replace("« " + parameter[0] + " »", "« " + label + " »")
                    .replace("“" + parameter[0] + "”", "“" + label + "”");
        }
        return said;
    }

    @ExceptionHandler
    ModelAndView away(ResourceAccessException away) {
        LOG.warn("The register does not answer: {}", away.getMessage());
        return page(HttpStatus.SERVICE_UNAVAILABLE.value(), "trouble.away", null);
    }

    @ExceptionHandler
    ModelAndView unknown(ResponseStatusException known) {
        return page(known.getStatusCode().value(), "trouble.unknown", null);
    }

    @ExceptionHandler({MissingRequestValueException.class, TypeMismatchException.class})
    ModelAndView garbled() {
        return page(HttpStatus.BAD_REQUEST.value(), "trouble.unknown", null);
    }

    /** Whoever left while a page was sent, or a list was followed, is told nothing any more. */
    @ExceptionHandler
    @Nullable
    ModelAndView left(AsyncRequestNotUsableException gone) {
        LOG.debug("The reader left before the answer");
        return null;
    }

    /** Whoever may not, or is not signed in, is told so by those in front of all pages. */
    @ExceptionHandler
    ModelAndView failed(Exception failure) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        LOG.error("A page failed", failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR.value(), "trouble.failed", null);
    }

    private static ModelAndView page(int status, String title, @Nullable String sentence) {
        ModelAndView page = new ModelAndView("trouble");
        page.setStatus(HttpStatus.valueOf(status));
        page.addObject("trouble", title);
        page.addObject("sentence", sentence);
        return page;
    }
}
