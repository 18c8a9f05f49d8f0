package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page costs whoever comes to it for the first time; how long its first paint takes is told and not judged. */
@Tag("long")
class WeightTest {
    private static final int MOST_BYTES = 60_000;
    private static final int MOST_OF_SCRIPTS = 15_000;

    /**
     * What is told as 0 by who measures it: a table whose last rows come after the first were painted moves by some
     * hundred-thousandths on a slow machine, where a part that gives way to another moves by hundredths.
     */
    private static final double MOST_MOVED = 0.0005;

    /** How far the page's parts moved by themselves, and when something was first seen. */
    private static final String MOVED = """
            () => new Promise(done => {
              let moved = 0;
              new PerformanceObserver(list => list.getEntries().forEach(each => { moved += each.value; }))
                .observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done([moved,
                performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1]), 300);
            })""";

    @BeforeAll
    static void look() {
        Chromium.running();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            national,          /console
            coordinator-lille, /console
            funder-mel,        /console
            coordinator-lille, /console/record
            coordinator-lille, /console/record/lille/funding-granted
            coordinator-lille, /console/import
            auditor,           /console/territories/marseille-exemple
            auditor,           /console/territories/marseille-exemple/frise
            auditor,           /console/territories/marseille-exemple/subject?subject=coordination-carrier
            auditor,           /console/territories/marseille-exemple/why?subject=coordination-carrier
            auditor,           /console/territories/marseille-exemple/replay
            auditor,           /console/territories/marseille/difference?from=2020-01-01
            auditor,           /console/history
            auditor,           /console/search?text=ADPEI
            auditor,           /console/check
            auditor,           /console/funders
            """)
    void a_page_is_light_and_keeps_still(String account, String address, TestReporter reporter) {
        for (Look look : List.of(Look.USUAL, Look.USUAL.narrow())) {
            try (Screen screen = Screen.of(look, account)) {
                Page page = screen.page();
                List<Request> requests = new ArrayList<>();
                page.onRequestFinished(requests::add);
                screen.open(address);
                page.waitForLoadState(LoadState.LOAD);
                List<?> told = (List<?>) page.evaluate(MOVED);
                List<Request> finished = List.copyOf(requests); // to ask for a size lets others come in
                long all = bytes(finished);
                long scripts = bytes(finished.stream()
                        .filter(each -> each.resourceType().equals("script"))
                        .toList());
                reporter.publishEntry(
                        address + " as " + account + ", " + look,
                        "%d bytes, %d of scripts, first paint after %s ms, moved by %s"
                                .formatted(all, scripts, told.getLast(), told.getFirst()));

                assertThat(all).as("bytes").isLessThanOrEqualTo(MOST_BYTES);
                assertThat(scripts).as("bytes of scripts").isLessThanOrEqualTo(MOST_OF_SCRIPTS);
                assertThat(((Number) told.getFirst()).doubleValue())
                        .as("moved by itself")
                        .isLessThan(MOST_MOVED);
            }
        }
    }

    private static long bytes(List<Request> requests) {
        return requests.stream()
                .mapToLong(each -> each.sizes().responseBodySize + each.sizes().responseHeadersSize)
                .sum();
    }
}
