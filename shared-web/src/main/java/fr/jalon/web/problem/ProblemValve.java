package fr.jalon.web.problem;

import fr.jalon.events.json.Json;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * What goes for all answers, those of the server itself included. Its own refusals, of requests so garbled that they
 * reach no filter, are problem documents in place of its HTML page; and an answer that breaks off ends its connection,
 * so that nobody takes the beginning for the whole.
 */
final class ProblemValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        SafeHeaders.write(request, response);
        super.invoke(request, response);
        if (request.getAttribute(ProblemWriter.BROKEN_OFF) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = Problems.of(status);
        byte[] body = Json.text(ProblemDocument.of(problem, Locale.FRENCH)).getBytes(StandardCharsets.UTF_8);
        try {
            SafeHeaders.write(request, response);
            response.setContentType(ProblemDocument.MEDIA_TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("The client left before its answer", e);
        }
    }
}
