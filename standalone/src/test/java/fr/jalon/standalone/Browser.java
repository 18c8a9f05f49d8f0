package fr.jalon.standalone;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does with a server's pages: keeps cookies, follows where it is sent, sends forms. */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    public Browser(URI server) {
        this(server, InetAddress.getLoopbackAddress());
    }

    /** One on another of this machine's addresses. */
    Browser(URI server, InetAddress address) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .localAddress(address)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    public HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Sends a form from one of the server's own pages. */
    public HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return send(posting(path, form).header("Sec-Fetch-Site", "same-origin"));
    }

    HttpRequest.Builder posting(String path, Map<String, String> form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Signs in with the form, wherever it stands. */
    public HttpResponse<String> signIn(String account, String password) throws IOException, InterruptedException {
        String csrf = field(open("/sign-in"), "_csrf");
        return post("/sign-in", Map.of("account", account, "password", password, "_csrf", csrf));
    }

    /** What a cookie of this name holds; empty where there is none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .collect(Collectors.joining());
    }

    /** What a page's form has under this name. */
    public static String field(HttpResponse<String> page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("No " + name + " in " + page.body());
        }
        return field.group(1);
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).header("Accept-Language", "en");
    }
}
