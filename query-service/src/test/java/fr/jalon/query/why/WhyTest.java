package fr.jalon.query.why;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class WhyTest {
    private static final QueryServer SERVER = QueryServer.shared();

    /** Five times thirteen entries of which nobody knows the order. */
    @Test
    void a_subject_that_can_be_read_in_too_many_ways_is_refused_with_what_would_help() {
        for (int number = 1; number <= 65; number++) {
            int year = 2000 + (number - 1) / 13;
            QueryServer.sharedModels().record("tarbes", number, """
                    "type": "coordination-carrier-changed", "effective": "%d", "carrier": "c%d"
                    """.formatted(year, number % 13));
        }

        Answer refused = SERVER.get("/territories/tarbes/why", "subject", "coordination-carrier");
        for (int number = 66; number <= 82; number++) {
            QueryServer.sharedModels().record("tarbes", number, """
                    "type": "coordination-carrier-changed", "effective": "2010", "carrier": "d%d"
                    """.formatted(number));
        }
        Answer refusedToo = SERVER.get("/territories/tarbes/why", "subject", "coordination-carrier");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refusedToo.status())
                .as("beside more that cannot be told apart: " + refusedToo)
                .isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("too-many-readings");
        assertThat(refused.at("/details/en")).contains("\"coordination-carrier\"", "refined");
    }
}
