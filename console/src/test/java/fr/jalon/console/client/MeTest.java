package fr.jalon.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeTest {
    @Test
    void a_coordinator_records_in_their_territory_alone() {
        Me me = new Me("claire", List.of("coordinator/lille"));
        assertThat(List.of(me.mayRecordIn("lille"), me.mayRecordIn("lyon"))).containsExactly(true, false);
    }

    @Test
    void an_auditor_records_nowhere() {
        assertThat(new Me("auditor", List.of("auditor")).mayRecord()).isFalse();
    }

    @Test
    void of_several_roles_each_counts() {
        Me me = new Me("claire", List.of("coordinator/lille", "funder/mel"));
        assertThat(me.funder()).contains("mel");
    }

    @Test
    void a_token_is_never_part_of_what_is_logged() {
        assertThat(new Caller("secret", Language.FRENCH).toString()).doesNotContain("secret");
    }
}
