package fr.jalon.query.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.EntryType;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EntryTypesTest {
    @Test
    void the_vocabulary_is_told_whole() {
        Answer answer = QueryServer.shared().get("/entry-types");

        assertThat(answer.json()
                        .get("entryTypes")
                        .valueStream()
                        .map(type -> type.get("name").stringValue()))
                .containsExactlyElementsOf(
                        EntryType.all().stream().map(EntryType::name).toList());
        for (JsonNode type : answer.json().get("entryTypes")) {
            assertThat(type.at("/labels/fr").stringValue()).isNotBlank();
            assertThat(type.at("/labels/en").stringValue()).isNotBlank();
            assertThat(type.at("/schema/properties/type/const")).isEqualTo(type.get("name"));
            assertThat(type.at("/example/type")).isEqualTo(type.get("name"));
        }
        assertThat(answer.json().get("subjects")).hasSize(17);
        assertThat(QueryServer.shared()
                        .getUnless(answer.header("ETag"), "/entry-types")
                        .status())
                .isEqualTo(304);
    }
}
