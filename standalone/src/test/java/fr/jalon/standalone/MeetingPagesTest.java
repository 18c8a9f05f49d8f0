package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meeting's draft on the console's pages: begun, put aside from, recorded from, summed up, ended. */
class MeetingPagesTest {
    private final Browser browser = new Browser(DemoServer.running().address());
    private final String title = "COPIL <" + UUID.randomUUID() + ">";
    private final String entryId = UUID.randomUUID().toString();
    private String meeting = "";

    @BeforeEach
    void begin() throws Exception {
        browser.signIn("coordinator-rouen", "jalon-demo");
        HttpResponse<String> all = browser.open("/console/meetings");
        HttpResponse<String> begun = browser.post(
                "/console/meetings",
                Map.of(
                        "territory",
                        "rouen",
                        "title",
                        title,
                        "asserted",
                        "2023-03-12",
                        "_csrf",
                        Browser.field(all, "_csrf")));
        assertThat(begun.body()).contains("COPIL &lt;").doesNotContain("COPIL <");
        meeting = begun.uri().getPath();
    }

    @Test
    void what_is_put_aside_is_resumed_as_it_was_typed_with_the_meeting_as_its_source() throws Exception {
        HttpResponse<String> form = browser.open("/console/record/rouen/watchpoint-raised");
        assertThat(form.body()).contains(meeting + "/aside/watchpoint-raised", "value=\"12 March 2023\"");

        putAside(form, "Parking des salariés");

        assertThat(browser.open(meeting).body()).contains("Parking des salariés", "entryId=" + entryId);
        assertThat(browser.open("/console/meetings").body()).contains("COPIL &lt;");
    }

    @Test
    void what_is_recorded_is_no_longer_aside_and_stands_in_the_summary() throws Exception {
        HttpResponse<String> form = browser.open("/console/record/rouen/watchpoint-raised");
        putAside(form, "Parking des salariés");

        browser.post("/console/record/rouen", Map.of("_csrf", Browser.field(form, "_csrf"), "entry", """
                {"entryId": "%s", "territory": "rouen", "type": "watchpoint-raised", "effective": "2023-03",
                 "watchpoint": {"id": "seance-%s", "name": "Parking"}, "kind": "need"}""".formatted(
                        entryId, entryId)));

        assertThat(browser.open(meeting).body()).contains("/entries/" + entryId).doesNotContain("Parking des salariés");
        HttpResponse<String> summary = browser.open(meeting + "/summary");
        assertThat(summary.body())
                .contains("Parking", "/console/territories/rouen/entries/" + entryId, "mailto:?subject=");
        HttpResponse<String> ended = browser.post(meeting + "/end", Map.of("_csrf", Browser.field(summary, "_csrf")));
        assertThat(ended.body()).doesNotContain(title.substring(7, 20));
    }

    private void putAside(HttpResponse<String> form, String watchpoint) throws Exception {
        browser.post(
                meeting + "/aside/watchpoint-raised",
                Map.of(
                        "_csrf",
                        Browser.field(form, "_csrf"),
                        "entryId",
                        entryId,
                        "watchpoint.id",
                        watchpoint,
                        "effective",
                        ""));
    }
}
