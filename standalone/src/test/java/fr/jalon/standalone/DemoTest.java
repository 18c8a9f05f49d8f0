package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.server.Demo;
import fr.jalon.standalone.server.StandaloneServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What {@code ./jalon demo} is for: the whole way, from the case over HTTP to answers on a date. */
class DemoTest {
    private final StandaloneServer server = DemoServer.running();
    private final Asking auditor = new Asking(server.address(), "auditor");

    @ParameterizedTest
    @CsvSource(textBlock = """
            2018-12-31, '',         ''
            2019-06-01, '',         ADPEI possible
            2019-12-31, '',         ADPEI certain
            2023-06-01, 2023-01-01, ADPEI certain
            2023-06-01, '',         'ADPEI possible, HPF possible'
            2023-12-31, '',         HPF certain
            """)
    void the_worked_example_line_by_line(String asOf, String knownAt, String answer) throws Exception {
        JsonNode state = auditor.get("/territories/" + Demo.EXAMPLE + "?minPosition=3&asOf=" + asOf
                + (knownAt.isEmpty() ? "" : "&knownAt=" + knownAt));

        assertThat(carriers(state)).isEqualTo(answer.isEmpty() ? List.of() : List.of(answer.split(", ")));
    }

    @Test
    void the_real_marseille_says_what_the_committee_reported() throws Exception {
        assertThat(carriers(auditor.get("/territories/marseille?minPosition=12&asOf=2022-12-31")))
                .containsExactly("ADPEI certain");
        assertThat(carriers(auditor.get("/territories/marseille?asOf=2023-06-01")))
                .containsExactly("ADPEI possible", "HPF possible");
        JsonNode before = auditor.get("/territories/marseille?asOf=2023-06-01&knownAt=2023-01-31");
        assertThat(before.path("position").intValue())
                .as("the register held nothing then, and says so")
                .isZero();
        assertThat(before.path("facts").isEmpty()).isTrue();
    }

    @Test
    void the_whole_case_is_there_and_again_is_harmless() throws Exception {
        assertThat(new Demo(server).load()).isEqualTo(86);
        int entries = 0;
        for (String territory :
                List.of("france", "paris", "lyon", "strasbourg", "nantes", "lille", "charente", "marseille", "rouen")) {
            entries += auditor.get("/territories/" + territory + "/history?limit=100")
                    .path("entries")
                    .size();
        }
        assertThat(entries).isEqualTo(86);
    }

    @Test
    void each_role_records_where_it_may() throws Exception {
        String entry =
                "{\"type\": \"watchpoint-raised\", \"effective\": \"2024\", \"watchpoint\": \"essai\", \"kind\": \"need\"}";
        assertThat(new Asking(server.address(), "coordinator-lyon")
                        .post("/territories/lyon/entries?dryRun=true", entry)
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Asking(server.address(), "coordinator-lyon")
                        .post("/territories/paris/entries", entry)
                        .statusCode())
                .isEqualTo(403);
        assertThat(auditor.post("/territories/lyon/entries", entry).statusCode())
                .isEqualTo(403);
        assertThat(new Asking(server.address(), "funder-mel")
                        .post("/territories/lille/entries", entry)
                        .statusCode())
                .isEqualTo(403);
    }

    private static List<String> carriers(JsonNode state) {
        List<String> carriers = new ArrayList<>();
        for (JsonNode fact : state.path("facts").path("coordination-carrier")) {
            carriers.add(fact.path("value").path("carrier").path("name").asString("?") + " "
                    + fact.path("certainty").asString("?"));
        }
        return carriers;
    }
}
