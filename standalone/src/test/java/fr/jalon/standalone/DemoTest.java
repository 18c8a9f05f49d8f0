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
        assertThat(carriers(auditor.get("/territories/marseille?asOf=2023-02-01")))
                .containsExactly("ADPEI possible", "HPF possible");
        assertThat(carriers(auditor.get("/territories/marseille?asOf=2023-02-22")))
                .as("the change had happened when the report was published")
                .containsExactly("HPF certain");
        JsonNode before = auditor.get("/territories/marseille?asOf=2023-06-01&knownAt=2023-01-31");
        assertThat(before.path("position").intValue())
                .as("the register held nothing then, and says so")
                .isZero();
        assertThat(before.path("facts").isEmpty()).isTrue();
    }

    @Test
    void the_whole_case_is_there_and_again_is_harmless() throws Exception {
        List<String> before = entries();

        assertThat(new Demo(server).load())
                .isEqualTo((int) Demo.caseLines().lines().count());

        assertThat(entries()).isEqualTo(before);
    }

    private List<String> entries() throws Exception {
        List<String> entries = new ArrayList<>();
        for (String territory :
                List.of("france", "paris", "lyon", "strasbourg", "nantes", "lille", "charente", "marseille", "rouen")) {
            auditor.get("/territories/" + territory + "/history?limit=100")
                    .path("entries")
                    .forEach(entry -> entries.add(entry.path("entryId").asString("")));
        }
        return entries;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            france    | 2018-12-31 | programme    | convergence                          | possible  | ''
            france    | 2020-01-01 | support      | ministere-du-travail/convergence     | certain   | supports
            france    | 2023-01-26 | support      | dgcs/convergence                     | certain   | satisfied
            france    | 2023-01-26 | support      | dihal/phc                            | certain   | supports
            paris     | 2023-01-26 | perimeter    | ''                                   | certain   | 75
            paris     | 2023-01-26 | figure       | employees/convergence                | certain   | increased
            paris     | 2023-06-01 | programme    | phc                                  | none      | ''
            lyon      | 2023-06-01 | funding      | metropole-lyon-convergence           | certain   | ''
            strasbourg| 2023-02-22 | team         | psychologue                          | certain   | ''
            strasbourg| 2023-08-23 | team         | psychologue                          | none      | ''
            nantes    | 2023-06-01 | watchpoint   | pas-de-nouveaux-chantiers            | possible  | no-change
            nantes    | 2024-01-01 | watchpoint   | pas-de-nouveaux-chantiers            | none      | ''
            nantes    | 2023-01-26 | figure       | headcount/convergence                | none      | ''
            lille     | 2023-04-01 | coordinator  | ''                                   | certain   | coordinateur-lille-precedent
            lille     | 2022-12-31 | funding      | mel-programmes                       | certain   | ''
            lille     | 2024-01-01 | funding      | mel-programmes                       | none      | ''
            charente  | 2023-06-01 | policy       | calpae                               | none      | ''
            rouen     | 2023-06-01 | support      | metropole-rouen/convergence          | possible  | supports
            rouen     | 2024-01-01 | support      | metropole-rouen/convergence          | none      | ''
            rouen     | 2023-01-26 | team         | equipe-mutualisee                    | certain   | permanent
            rouen     | 2023-01-01 | worksite     | chantier-retire-2022/convergence     | none      | ''
            """)
    void the_case_answers_as_the_report_says(
            String territory, String asOf, String subject, String key, String certainty, String says) throws Exception {
        List<JsonNode> held = new ArrayList<>();
        auditor.get("/territories/" + territory + "?minPosition=1&asOf=" + asOf)
                .path("facts")
                .path(subject)
                .forEach(fact -> {
                    if (fact.path("key").asString("").equals(key)) {
                        held.add(fact);
                    }
                });

        assertThat(held.stream()
                        .map(fact -> fact.path("certainty").asString(""))
                        .distinct()
                        .toList())
                .isEqualTo(certainty.equals("none") ? List.of() : List.of(certainty));
        assertThat(held).allMatch(fact -> fact.path("value").toString().contains(says));
    }

    @Test
    void what_the_report_announces_stands_in_the_outlook() throws Exception {
        assertThat(outlook("lyon"))
                .containsExactlyInAnyOrder(
                        "programme-phase-changed planned 2023-41", "worksite-joined-programme planned 2023-41");
        assertThat(outlook("lille")).containsExactly("coordinator-appointed planned 2023-40");
        assertThat(outlook("charente")).contains("policy-inscription-ended planned [2023-01-26..]");
        assertThat(outlook("rouen")).contains("perimeter-changed possible [2023-01-26..]");
        assertThat(outlook("strasbourg"))
                .filteredOn(line -> line.equals("worksite-joined-programme possible 2023"))
                .hasSize(2);
    }

    private List<String> outlook(String territory) throws Exception {
        List<String> lines = new ArrayList<>();
        auditor.get("/territories/" + territory + "?minPosition=1&asOf=2023-02-22")
                .path("outlook")
                .forEach(each -> lines.add(each.path("type").asString("") + " "
                        + each.path("status").asString("") + " "
                        + each.path("effective").asString("")));
        return lines;
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
