package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page in front of somebody, and what goes wrong in it: errors of scripts, what the page's policy forbids, requests
 * to another host, failures of the server. Closing it fails the test if anything did.
 */
final class Screen implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private Screen(Look look, Browser.NewContextOptions options) {
        this.look = look;
        this.context = Chromium.running()
                .newContext(options.setBaseURL(Chromium.server().toString()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(this::heed);
        context.onWebError(error -> faults.add("script: " + error.error()));
        context.onRequest(request -> heedAddress(request.url()));
        context.onResponse(response -> {
            if (response.status() >= 500) {
                faults.add(response.status() + " " + response.url());
            }
        });
        this.page = context.newPage();
    }

    /** Somebody who has not signed in. */
    static Screen of(Look look) {
        return new Screen(look, look.options());
    }

    /** Somebody who signed in by the form. */
    static Screen of(Look look, String account) {
        return new Screen(look, look.options().setStorageState(Chromium.signedIn(account)));
    }

    Page page() {
        return page;
    }

    void signIn(String account) {
        page.navigate("/sign-in");
        page.locator("input[name=account]").fill(account);
        page.locator("input[name=password]").fill("jalon-demo");
        page.locator("form button").click();
        assertThat(URI.create(page.url()).getPath()).as("signed in").isNotEqualTo("/sign-in");
    }

    /** Opens a page that is there. */
    Screen open(String address) {
        int status = status(address);
        if (status != 200) {
            faults.add(status + " " + address);
        }
        return this;
    }

    /** Opens an address that may be none, and tells what the server says of it; 0 where it gives no page but a file. */
    int status(String address) {
        try {
            Response answer = page.navigate(address);
            boolean isPage = answer == null
                    || Objects.requireNonNullElse(answer.headerValue("content-type"), "")
                            .startsWith("text/html");
            return answer == null ? 200 : isPage ? answer.status() : 0;
        } catch (PlaywrightException file) {
            if (Objects.requireNonNullElse(file.getMessage(), "").contains("Download is starting")) {
                return 0;
            }
            throw file;
        }
    }

    /** What is wrong with the page as it stands: barriers, and what does not fit into its width. */
    List<String> flaws() {
        List<String> flaws = new ArrayList<>(look.hasScripts() ? Axe.violations(page) : violationsWithoutScripts());
        flaws.addAll(tooWide());
        return flaws;
    }

    /** Of the page as it came, without its scripts, shown where axe can run its own. */
    private List<String> violationsWithoutScripts() {
        String address = page.url();
        String bare = page.content()
                .replaceAll("(?s)<script.*?</script>", "")
                .replace("<noscript>", "<div>")
                .replace("</noscript>", "</div>");
        Browser.NewContextOptions options = look.withScripts().options().setStorageState(context.storageState());
        try (BrowserContext other = Chromium.running().newContext(options)) {
            Page twin = other.newPage();
            twin.route(
                    address::equals,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html; charset=utf-8")
                            .setBody(bare)));
            twin.navigate(address);
            return Axe.violations(twin);
        }
    }

    /** What does not fit into the page's width: a small part of what it takes to look for barriers. */
    List<String> tooWide() {
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        return width > look.width()
                ? List.of("as wide as " + width + ": " + page.evaluate(WIDE, look.width()))
                : List.of();
    }

    /** All that went wrong since the last time that this was asked. */
    List<String> faults() {
        List<String> since = List.copyOf(faults);
        faults.clear();
        return since;
    }

    /** Where the links of the page lead that stay on this server. */
    List<String> links() {
        List<?> all = (List<?>) page.evaluate(LINKS);
        String server = Chromium.server().toString();
        return all.stream()
                .map(String::valueOf)
                .filter(address -> address.startsWith(server + "/"))
                .map(address -> address.substring(server.length()))
                .toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults).isEmpty();
    }

    /** Those of drawings too. */
    private static final String LINKS = """
            [...document.querySelectorAll('a[href]')]
                .map(a => new URL(a.getAttribute('href'), location.href).href.split('#')[0])""";

    private static final String WIDE = """
            width => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1)
                .map(e => e.tagName + '.' + e.className).slice(0, 5).join(' ')""";

    private void heed(ConsoleMessage message) {
        boolean isOfAnAnswer = message.text().startsWith("Failed to load resource: the server responded with");
        if (List.of("error", "warning").contains(message.type()) && !isOfAnAnswer) {
            faults.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void heedAddress(@Nullable String address) {
        if (address != null && !address.startsWith(Chromium.server() + "/") && !address.startsWith("data:")) {
            faults.add("asked elsewhere: " + address);
        }
    }
}
