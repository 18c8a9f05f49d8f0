package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Names of persons are sealed, and the same name said again is no news all the same. */
class NamedAgainTest {
    private final Asking national = new Asking(DemoServer.running().address(), "national");

    @Test
    void whoever_is_named_again_as_before_changes_nothing_that_names_them() throws Exception {
        record("""
                "type": "territory-opened", "effective": "2020", "kind": "city", "name": "Dieppe"
                """);
        record("""
                "type": "coordinator-appointed", "effective": "2023",
                "person": {"id": "p-encore", "name": "Alix Exemple"}
                """);
        record("""
                "type": "contribution-acknowledged", "effective": "2024", "reason": "encore",
                "person": {"id": "p-encore", "name": "Alix Exemple"}
                """);

        JsonNode learned = national.get(
                "/territories/dieppe-encore/difference?asOf=2024-12-31&knownFrom=2&knownTo=3&minPosition=3");

        assertThat(learned.path("toPosition").asLong(0)).isEqualTo(3);
        assertThat(learned.path("began")).isEmpty();
        assertThat(learned.path("changed")).isEmpty();
    }

    private void record(String fields) throws Exception {
        HttpResponse<String> answer = national.post("/territories/dieppe-encore/entries", "{" + fields + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
