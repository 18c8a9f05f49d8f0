package fr.jalon.query.things;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import org.junit.jupiter.api.Test;

class ThingsTest {
    @Test
    void a_register_tells_what_its_things_are_called_now() {
        QueryServer.sharedModels().record("choses", 1, """
                "type": "territory-opened", "effective": "2019", "name": "Choses", "kind": "city\"""");
        QueryServer.sharedModels().record("choses", 2, """
                "type": "coordination-carrier-changed", "effective": "2019",
                "carrier": {"id": "adpei", "name": "Adpei"}""");
        QueryServer.sharedModels().record("choses", 3, """
                "type": "coordination-carrier-changed", "effective": "2020",
                "carrier": {"id": "adpei", "name": "ADPEI"}""");
        Answer answer = QueryServer.shared().get("/territories/choses/things");

        assertThat(answer.json().get("things").valueStream().map(Object::toString))
                .containsExactly(
                        "{\"kind\":\"organisation\",\"id\":\"adpei\",\"name\":\"ADPEI\"}",
                        "{\"kind\":\"territory\",\"id\":\"choses\",\"name\":\"Choses\"}");
        assertThat(QueryServer.shared()
                        .getUnless(answer.header("ETag"), "/territories/choses/things")
                        .status())
                .isEqualTo(304);
        assertThat(QueryServer.shared().get("/territories/nulle-part/things").status())
                .isEqualTo(404);
    }
}
