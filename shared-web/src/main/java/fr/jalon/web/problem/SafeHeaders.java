package fr.jalon.web.problem;

import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/** What every answer tells a browser that shows it after all: run nothing, load nothing, frame nothing, tell nobody. */
final class SafeHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff");

    private static final String HTTPS_FOR_A_YEAR = "max-age=31536000; includeSubDomains";

    private SafeHeaders() {}

    static void write(Request request, Response response) {
        HEADERS.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", HTTPS_FOR_A_YEAR);
        }
    }
}
