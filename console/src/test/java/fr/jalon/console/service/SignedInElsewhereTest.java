package fr.jalon.console.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** People sign in at a provider as ProConnect is, which tells of them in a signed JWT what others tell in JSON. */
@Tag("long")
class SignedInElsewhereTest {
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final CookieManager cookies = new CookieManager();

    private SigningProvider provider;
    private HttpServer register;
    private ConfigurableApplicationContext console;

    @BeforeEach
    void start() throws Exception {
        provider = new SigningProvider();
        register = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        register.createContext("/", exchange -> {
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        register.start();
        console = ConsoleService.start(
                "--server.port=0",
                "--jalon.console.register=http://127.0.0.1:"
                        + register.getAddress().getPort(),
                "--jalon.issuer=" + provider.issuer(),
                "--jalon.console.scopes=openid,profile,jalon");
    }

    @AfterEach
    void stop() {
        console.close();
        register.stop(0);
        provider.close();
    }

    @Test
    void whoever_signed_in_there_asks_the_register_with_the_token_they_came_back_with() throws Exception {
        URI reached = opened("/console");

        assertThat(reached.getPath()).isEqualTo("/console");
        assertThat(tokens).isNotEmpty().containsOnly("Bearer " + SigningProvider.TOKEN);
        assertThat(provider.asked()).as("what was asked of the provider").doesNotContain("/userinfo");
    }

    private URI opened(String path) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            URI address =
                    URI.create("http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port") + path);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofMinutes(1))
                    .build();
            return browser.send(request, BodyHandlers.discarding()).uri();
        }
    }
}
