package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The day of a frise is taken by the hand. */
@Tag("long")
class DraggingTest {
    private static final String FRISE = "/console/territories/marseille-exemple/frise";
    private static final String DAY = "2023-06-01";

    @BeforeAll
    static void look() {
        Chromium.running();
    }

    @Test
    void it_is_dragged_and_the_page_follows() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Page page = open(screen);
            BoundingBox box = box(page);
            page.mouse().move(box.x + box.width / 2, box.y + 50);
            page.mouse().down();
            page.mouse().move(box.x + box.width / 4, box.y + 50, new Mouse.MoveOptions().setSteps(4));
            String shown = page.locator("jalon-time output").textContent();
            page.mouse().up();
            page.waitForURL(address -> !address.contains(DAY));

            assertThat(page.url()).contains(FRISE + "?");
            assertThat(page.locator("jalon-time output").textContent()).isEqualTo(shown);
            assertThat(page.locator("section.dates input[name=asOf]").inputValue())
                    .isNotEqualTo(DAY);
        }
    }

    @Test
    void what_lies_where_it_is_dropped_is_not_opened() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Page page = open(screen);
            BoundingBox bar = page.locator("svg.drawn .bar").first().boundingBox();
            page.mouse().move(bar.x + bar.width - 5, bar.y + 8);
            page.mouse().down();
            page.mouse().move(bar.x + 5, bar.y + 8, new Mouse.MoveOptions().setSteps(4));
            page.mouse().up();
            page.waitForURL(address -> !address.contains(DAY));

            assertThat(page.url()).contains(FRISE + "?");
        }
    }

    @Test
    void a_bar_is_still_pressed_by_a_hand_that_keeps_still() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Page page = open(screen);
            page.locator("svg.drawn .bar").first().click();
            page.waitForURL(address -> !address.contains(FRISE));
        }
    }

    @Test
    void a_finger_takes_it_by_its_line() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Page page = open(screen);
            BoundingBox line = page.locator("svg.drawn .as-of line").boundingBox();
            CDPSession hand = page.context().newCDPSession(page);
            touch(hand, "touchStart", line.x + 8, line.y + 40);
            touch(hand, "touchMove", line.x - 30, line.y + 40);
            touch(hand, "touchMove", line.x - 120, line.y + 40);
            touch(hand, "touchEnd", 0, 0);
            page.waitForURL(address -> !address.contains(DAY));

            assertThat(page.url()).contains(FRISE + "?");
        }
    }

    private static Page open(Screen screen) {
        Page page = screen.open(FRISE + "?asOf=" + DAY).page();
        page.waitForFunction("() => customElements.get('jalon-time') !== undefined");
        return page;
    }

    private static BoundingBox box(Page page) {
        Locator drawing = page.locator("svg.drawn");
        drawing.scrollIntoViewIfNeeded();
        return drawing.boundingBox();
    }

    private static void touch(CDPSession hand, String kind, double x, double y) {
        JsonObject event = new JsonObject();
        event.addProperty("type", kind);
        JsonArray points = new JsonArray();
        if (!kind.equals("touchEnd")) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        event.add("touchPoints", points);
        hand.send("Input.dispatchTouchEvent", event);
    }
}
