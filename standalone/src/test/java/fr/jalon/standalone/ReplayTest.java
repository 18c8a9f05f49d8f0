package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replay of the real case over HTTP. */
class ReplayTest {
    private final Asking auditor = new Asking(DemoServer.running().address(), "auditor");

    @Test
    void its_last_line_is_the_state_that_the_read_models_answer() throws Exception {
        for (String territory : List.of("marseille", "lille", "france")) {
            List<String> lines = auditor.text("/territories/" + territory + "/replay?asOf=2023-03-01", "*/*")
                    .lines()
                    .toList();
            JsonNode last = JsonMapper.shared().readTree(lines.getLast());
            assertThat(last.path("state"))
                    .isEqualTo(auditor.get("/territories/" + territory + "?asOf=2023-03-01&knownAt="
                            + last.path("position") + "&minPosition=" + last.path("position")));
            assertThat(last.path("position").intValue()).isEqualTo(lines.size());
        }
    }

    @Test
    void its_permanent_link_gives_the_same_lines() throws Exception {
        HttpResponse<String> told = auditor.answer("/territories/lille/replay?before=true", "*/*");
        String link = told.headers().firstValue("Link").orElse("");
        assertThat(link)
                .matches(
                        "</api/v1/territories/lille/replay\\?asOf=[0-9-]+&position=\\d+&before=true>; rel=\"bookmark\"");
        String address = link.substring("</api/v1".length(), link.indexOf('>'));

        assertThat(auditor.text(address, "*/*")).isEqualTo(told.body());
    }

    @Test
    void what_cannot_be_asked_is_refused() throws Exception {
        assertThat(auditor.status("/territories/atlantide/replay")).isEqualTo(404);
        assertThat(auditor.status("/territories/lille/replay?position=0")).isEqualTo(400);
        assertThat(auditor.status("/territories/lille/replay?before=perhaps")).isEqualTo(400);
        assertThat(auditor.status("/territories/lille/replay?knownAt=2")).isEqualTo(400);
    }
}
