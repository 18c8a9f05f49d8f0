package fr.jalon.console.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.jalon.console.client.ChangeStream.NoStream;
import fr.jalon.events.language.Language;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeStreamTest {
    private HttpServer register;

    @BeforeEach
    void a_register() throws Exception {
        register = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        register.start();
    }

    @AfterEach
    void stop() {
        register.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"503, true", "429, true", "500, true", "403, false", "404, false", "401, false"})
    void who_is_told_nothing_knows_whether_to_ask_again(int status, boolean isForNow) {
        register.createContext("/api/v1/changes", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        URI address = URI.create("http://127.0.0.1:" + register.getAddress().getPort());

        assertThatThrownBy(() -> new ChangeStream(HttpClient.newHttpClient(), () -> address)
                        .open(new Caller("token", Language.FRENCH), null))
                .isInstanceOfSatisfying(
                        NoStream.class,
                        none -> assertThat(none.isForNow()).as("for now").isEqualTo(isForNow));
    }
}
