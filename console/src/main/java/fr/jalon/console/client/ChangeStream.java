package fr.jalon.console.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What is being recorded, as the register tells it: a stream that lasts, unlike all other answers. */
public final class ChangeStream {
    private static final Duration TO_BEGIN = Duration.ofSeconds(30);

    private final HttpClient http;
    private final RegisterAddress address;

    ChangeStream(HttpClient http, RegisterAddress address) {
        this.http = http;
        this.address = address;
    }

    /** The register tells this reader nothing. */
    public static final class NoStream extends IOException {
        private static final long serialVersionUID = 1L;
        private final boolean forNow;

        NoStream(int status) {
            super("The register answers " + status);
            forNow = status == HttpStatus.TOO_MANY_REQUESTS.value()
                    || status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
        }

        /** It may well tell them in a while. */
        public boolean isForNow() {
            return forNow;
        }
    }

    /**
     * Server-sent events without names, from now on or after the last that somebody had.
     *
     * @throws NoStream where the register has none for them
     */
    public InputStream open(Caller caller, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.get() + "/api/v1/changes?events=plain"))
                .timeout(TO_BEGIN)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + caller.token());
        if (lastEventId != null && !lastEventId.isBlank()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != HttpStatus.OK.value()) {
            answer.body().close();
            throw new NoStream(answer.statusCode());
        }
        return answer.body();
    }
}
