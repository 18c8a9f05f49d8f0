package fr.jalon.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A server that says what another says, and not quite. */
final class AlteringProxy implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpServer here;
    private final URI other;
    private final UnaryOperator<String> altered;

    private AlteringProxy(HttpServer here, URI other, UnaryOperator<String> altered) {
        this.here = here;
        this.other = other;
        this.altered = altered;
    }

    /** In front of {@code other}; only questions are passed on. */
    static AlteringProxy of(URI other, UnaryOperator<String> altered) throws IOException {
        HttpServer here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AlteringProxy proxy = new AlteringProxy(here, other, altered);
        here.createContext("/", proxy::pass);
        here.start();
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + here.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(other.resolve(exchange.getRequestURI().toString()));
        for (String header : new String[] {"Authorization", "Accept", "Accept-Language"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            byte[] body = altered.apply(answer.body()).getBytes(StandardCharsets.UTF_8);
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        here.stop(0);
    }
}
