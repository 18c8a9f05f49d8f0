package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that draw time, of the demonstration's case. */
class TimePagesTest {
    private static final Browser BROWSER = new Browser(DemoServer.running().address());
    private static final String MARSEILLE = "/console/territories/marseille-exemple";
    private static final String CARRIER = MARSEILLE + "/subject?subject=coordination-carrier";

    @BeforeAll
    static void signIn() throws Exception {
        BROWSER.signIn("auditor", "jalon-demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console", "/console/check", MARSEILLE + "/frise", MARSEILLE + "/frise.svg", "/console/none"})
    void a_page_and_a_drawing_run_nothing_but_our_own(String path) throws Exception {
        assertThat(BROWSER.open(path).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*"));
    }

    @Test
    void a_frise_has_lanes_that_lead_to_their_subjects_and_the_same_as_a_table() throws Exception {
        String page = body("/console/territories/marseille/frise?asOf=2023-06-01&knownAt=2099-01-01");

        assertThat(page)
                .contains(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawn frise\"",
                        "href=\"/console/territories/marseille/subject?subject=coordination-carrier&amp;key=&amp;asOf=",
                        "<caption>Timeline: Marseille</caption>",
                        "as of 1 June 2023")
                .doesNotContain("style=", "<script>");
    }

    @Test
    void the_page_of_a_territory_has_its_frise_too() throws Exception {
        assertThat(body(MARSEILLE)).contains("class=\"drawn frise\"");
    }

    @Test
    void the_picture_of_a_subject_tells_at_its_crosshair_what_the_register_answers_there() throws Exception {
        String now = body(CARRIER + "&asOf=2023-06-01");
        String before = body(CARRIER + "&asOf=2023-06-01&knownAt=2");

        assertThat(now)
                .contains("chosen\"><title>On 1 June 2023, known since 22 February 2023 at 10:00 (no. 3):"
                        + " ADPEI (possible), HPF (possible)</title>");
        assertThat(before)
                .contains("chosen\"><title>On 1 June 2023, known since 1 February 2022 at 10:00 (no. 2):"
                        + " ADPEI (certain)</title>");
    }

    @Test
    void what_is_drawn_is_cited_with_both_dates_and_by_the_answer_that_it_is_drawn_from() throws Exception {
        assertThat(body(CARRIER + "&asOf=2023-06-01"))
                .contains(
                        "href=\"/console/territories/marseille-exemple/subject?subject=coordination-carrier"
                                + "&amp;asOf=2023-06-01&amp;knownAt=3&amp;through=3\"",
                        "/api/v1/territories/marseille-exemple/picture?subject=coordination-carrier&amp;knownAt=3");
    }

    @Test
    void every_cell_leads_to_a_page_whose_chosen_cell_it_is() throws Exception {
        List<String> cells = found(body(CARRIER), "<a href=\"([^\"]+)\" class=\"cell");

        assertThat(cells).hasSizeGreaterThan(4);
        for (String cell : cells) {
            assertThat(found(body(cell), "<a href=\"([^\"]+)\" class=\"cell chosen\""))
                    .as(cell)
                    .containsExactly(cell.replace("&amp;", "&").replace("&", "&amp;"));
        }
    }

    @Test
    void a_drawing_is_kept_as_a_file_with_its_looks() throws Exception {
        HttpResponse<String> file =
                BROWSER.open("/console/territories/marseille/frise.svg?from=2020-01-01&to=2024-12-31");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("image/svg+xml;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"frise-marseille.svg\"");
        assertThat(file.body()).startsWith("<?xml").contains("width=\"1200\"", "<style><![CDATA[", "--look-0");
    }

    @Test
    void a_subject_that_nobody_spoke_of_is_refused_with_those_that_are_known() throws Exception {
        HttpResponse<String> page = BROWSER.open(MARSEILLE + "/subject?subject=funding&key=nobody-knows-it");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("No entry ever spoke of");
    }

    private static String body(String path) throws Exception {
        HttpResponse<String> page = BROWSER.open(path.replace("&amp;", "&"));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
