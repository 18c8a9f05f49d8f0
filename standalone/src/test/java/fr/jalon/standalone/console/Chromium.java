package fr.jalon.standalone.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import fr.jalon.standalone.DemoServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** This machine's Chromium, started once for all tests that look at pages; it ends with their process. */
final class Chromium {
    /** Set to {@code required} where its absence is a failure. */
    private static final String SWITCH = "JALON_BROWSER";

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable");

    /** The oldest Node.js by which it can be driven. */
    private static final int NODE = 20;

    private static final String BROUGHT_ALONG = "driver/linux/node";

    private static @Nullable Browser browser;
    private static final Map<String, String> SIGNED_IN = new HashMap<>();

    private Chromium() {}

    /** Skips the test where this machine has none, unless it must have one. */
    static synchronized Browser running() {
        Browser running = browser;
        if (running == null) {
            Optional<Path> program = NAMES.stream().flatMap(Chromium::onPath).findFirst();
            Optional<Path> node = onPath("node").filter(Chromium::isNewEnough).findFirst();
            boolean isThere = program.isPresent() && (node.isPresent() || hasNodeBroughtAlong());
            assumeTrue(
                    isThere || "required".equals(System.getenv(SWITCH)),
                    "SKIPPED: no page is looked at, as there is no Chromium here, or no Node.js %d to drive it"
                            .formatted(NODE));
            node.ifPresent(each -> System.setProperty("playwright.nodejs.path", each.toString()));
            running = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program.orElseThrow(
                                    () -> new AssertionError(SWITCH + "=required, and there is no Chromium"))));
            browser = running;
        }
        return running;
    }

    static URI server() {
        return DemoServer.toRecordIn().address();
    }

    /** What a browser keeps of somebody who signed in by the form. */
    static synchronized String signedIn(String account) {
        return SIGNED_IN.computeIfAbsent(account, name -> {
            try (Screen screen = Screen.of(Look.USUAL)) {
                screen.signIn(name);
                return screen.page().context().storageState();
            }
        });
    }

    private static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    private static boolean hasNodeBroughtAlong() {
        return Chromium.class.getClassLoader().getResource(BROUGHT_ALONG) != null;
    }

    private static boolean isNewEnough(Path node) {
        try {
            Process process = new ProcessBuilder(node.toString(), "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher major = Pattern.compile("v(\\d+)\\..*\\s*").matcher(version);
            return major.matches() && Integer.parseInt(major.group(1)) >= NODE;
        } catch (IOException none) {
            return false;
        }
    }
}
