package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The console without a mouse. */
@Tag("long")
class KeyboardTest {
    /** What has the focus: its name, and whether one sees that it has it. */
    private static final String FOCUSED = """
            () => {
              const focused = document.activeElement;
              if (!focused || focused === document.body) {
                return null;
              }
              const style = getComputedStyle(focused);
              const box = focused.getBoundingClientRect();
              // Within a date the browser itself draws where the focus is.
              const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              const seen = (focused.type === 'date' || drawn)
                && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
              return (seen ? '' : 'unseen: ') + focused.outerHTML.slice(0, 150);
            }""";

    private static final String REACHABLE = """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
              .filter(each => each.checkVisibility() && !each.disabled).length""";

    /** A date has a field a day, a month and a year. */
    private static final int MOST_OF_ONE = 4;

    private static final int MOST_TABS = 100;

    @BeforeAll
    static void look() {
        Chromium.running();
    }

    @Test
    void the_tabulator_comes_to_all_that_can_be_used_and_one_sees_where_it_is() {
        try (Screen screen = Screen.of(Look.USUAL, "coordinator-lille")) {
            Page page = screen.open("/console").page();
            int reachable = (int) page.evaluate(REACHABLE);
            List<String> focused = new ArrayList<>();
            for (int i = 0; i <= reachable * MOST_OF_ONE; i++) {
                page.keyboard().press("Tab");
                Object now = page.evaluate(FOCUSED);
                if (now == null) {
                    break;
                }
                if (focused.isEmpty() || !focused.getLast().equals(now)) {
                    focused.add(now.toString());
                }
            }
            assertThat(focused).hasSizeGreaterThanOrEqualTo(reachable).noneMatch(each -> each.startsWith("unseen"));
            assertThat(focused.getFirst()).contains("class=\"skip\"");
        }
    }

    @Test
    void the_first_link_leads_past_what_is_the_same_on_every_page() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Page page = screen.open("/console").page();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void another_day_is_asked_for_and_the_focus_stays() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Page page = screen.open("/console/territories/lille").page();
            page.locator("section.dates input[name=asOf]").fill("2023-06-30");
            page.keyboard().press("Enter");
            page.waitForURL("**/console/territories/lille?asOf=2023-06-30");

            assertThat(page.locator("section.dates input[name=asOf]").inputValue())
                    .isEqualTo("2023-06-30");
            page.waitForFunction("document.activeElement.name === 'asOf'");
        }
    }

    @Test
    void something_is_recorded_from_the_first_page_on() {
        try (Screen screen = Screen.of(Look.USUAL, "coordinator-lille")) {
            Page page = screen.open("/console").page();
            tabTo(page, "main a[href*='/console/record']");
            page.keyboard().press("Enter");
            page.waitForURL("**/console/record");
            tabTo(page, "[name=q]");
            page.keyboard().type("vigilance signalé");
            page.keyboard().press("Enter");
            page.waitForURL("**q=vigilance*");
            tabTo(page, "main a[href$='/watchpoint-raised']");
            page.keyboard().press("Enter");
            page.waitForURL("**/watchpoint-raised");
            tabTo(page, "[name='watchpoint.id']");
            page.keyboard().type("Sans souris");
            tabTo(page, "[name=effective]");
            page.keyboard().type("2023");
            tabTo(page, "[name=kind]");
            page.keyboard().press("ArrowDown");
            tabTo(page, "main form.write button");
            page.evaluate("window.isLeft = true");
            page.keyboard().press("Enter");
            page.waitForFunction("() => !window.isLeft && document.readyState === 'complete'");
            tabTo(page, "#effect button");
            page.keyboard().press("Enter");
            page.waitForURL("**/done/**");

            assertThat(page.locator("h1").textContent()).isEqualTo("C’est inscrit");
        }
    }

    /** Presses Tab until what is meant has the focus. */
    private static void tabTo(Page page, String selector) {
        String isThere = "selector => document.activeElement?.matches(selector) ?? false";
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate(isThere, selector)) {
                return;
            }
        }
        throw new AssertionError("The tabulator does not come to " + selector);
    }
}
