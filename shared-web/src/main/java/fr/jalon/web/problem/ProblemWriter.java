package fr.jalon.web.problem;

import fr.jalon.events.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/** Answers with a problem document, from wherever the problem arose: filter, sign-in, controller or error page. */
public final class ProblemWriter {
    /** What is set on a request whose answer was on its way when something went wrong. */
    static final String BROKEN_OFF = ProblemWriter.class.getName() + ".brokenOff";

    private final LocaleResolver locales;

    public ProblemWriter(LocaleResolver locales) {
        this.locales = locales;
    }

    /** Writes the answer; one that is on its way already breaks off. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            request.setAttribute(BROKEN_OFF, true);
            return;
        }
        Locale locale = locales.resolveLocale(request);
        byte[] body = Json.text(ProblemDocument.of(problem, locale)).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(ProblemDocument.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }
}
