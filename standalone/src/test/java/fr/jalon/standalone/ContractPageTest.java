package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the contract is whole by itself, whatever a browser is told not to run or load. */
class ContractPageTest {
    private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI server = DemoServer.running().address();

    @Test
    void all_that_the_page_names_is_served_here_to_whoever_asks() throws Exception {
        List<String> linked = LINKED.matcher(get("/api").body())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();

        assertThat(linked).hasSizeGreaterThan(4).allSatisfy(link -> {
            assertThat(link).startsWith("/api/");
            assertThat(get(link).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void a_browser_is_to_run_and_load_nothing_but_what_comes_from_here() throws Exception {
        HttpResponse<String> page = get("/api");

        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'",
                                "script-src 'self'",
                                "connect-src 'self'",
                                "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "http", "*"));
        assertThat(page.body()).doesNotContain("<style", " style=", "onclick", "<script>");
    }

    @Test
    void what_the_page_does_not_have_is_not_found() throws Exception {
        assertThat(get("/api/page/index.html").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
