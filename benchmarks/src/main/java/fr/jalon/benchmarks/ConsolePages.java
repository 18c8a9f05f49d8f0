package fr.jalon.benchmarks;

import fr.jalon.standalone.Browser;
import fr.jalon.standalone.server.Demo;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.web.account.DemoAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * Pages of the console as a program receives them that signed in by the form, over the demonstration's case: from the
 * request to the last byte, one reader, their code compiled.
 */
final class ConsolePages {
    private static final int TIMES = 300;
    private static final int ROUNDS_OF_WARM_UP = 2;
    private static final String FORM = "/console/record/lille/watchpoint-raised";

    private static final List<String> READ = List.of(
            "/console",
            "/console/territories/lille",
            "/console/territories/marseille-exemple/frise",
            "/console/history",
            FORM);

    void run(Table table) throws Exception {
        Directories.with(data -> {
            try (StandaloneServer server =
                    StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, true))) {
                if (new Demo(server).load() == 0) {
                    throw new IllegalStateException("The case was not loaded");
                }
                Browser browser = new Browser(server.address());
                browser.signIn("coordinator-lille", DemoAccounts.PASSWORD);
                Map<String, String> typed = Map.of(
                        "_csrf", Browser.field(browser.open(FORM), "_csrf"),
                        "effective", "2024",
                        "status", "actual",
                        "watchpoint.id", "une-mesure",
                        "watchpoint.name", "Une mesure",
                        "kind", "need");
                for (int i = 0; i < ROUNDS_OF_WARM_UP; i++) {
                    for (String page : READ) {
                        Timings.of(TIMES, () -> shown(browser.open(page)));
                    }
                    Timings.of(TIMES, () -> foreseen(browser.post(FORM, typed)));
                }
                for (String page : READ) {
                    row(table, page, Timings.of(TIMES, () -> shown(browser.open(page))));
                }
                row(
                        table,
                        "the effect of what was typed",
                        Timings.of(TIMES, () -> foreseen(browser.post(FORM, typed))));
            }
            return data;
        });
    }

    private static void row(Table table, String page, Timings timings) {
        table.row(page, timings.toString());
    }

    /** What would be recorded stands ready in the page. */
    private static void foreseen(HttpResponse<String> page) throws IOException {
        shown(page);
        if (!page.body().contains("name=\"entry\"")) {
            throw new IOException("The form was not understood: " + page.body());
        }
    }

    private static void shown(HttpResponse<String> page) throws IOException {
        if (page.statusCode() != 200) {
            throw new IOException(page.statusCode() + " " + page.uri());
        }
    }
}
