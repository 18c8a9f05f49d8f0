package fr.jalon.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {
    private static final List<Place> PLACES = List.of(
            new Place(null, null),
            new Place("lille", null),
            new Place("paris", null),
            new Place(null, "mel"),
            new Place("lille", "mel"),
            new Place("paris", "lille"));

    @Test
    void a_scope_belongs_to_coordinators_and_funders_alone() {
        assertThatThrownBy(() -> Actor.of("a", "coordinator")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Actor.of("a", "auditor/lyon")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Actor.of("a", "auditor,")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Actor.of("A b", "auditor")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roles_are_told_in_one_order_and_each_once() {
        Actor actor = Actor.of("a", "funder/mel,coordinator/paris,coordinator/lille,funder/mel");

        assertThat(actor.roleAndScope()).isEqualTo("coordinator/lille,coordinator/paris,funder/mel");
        assertThat(actor.roles()).isEqualTo("coordinator,funder");
    }

    @Test
    void whoever_has_several_roles_may_what_any_of_them_may() {
        Actor actor = Actor.of("a", "coordinator/lille,coordinator/lyon,funder/mel");

        assertThat(actor.mayRecordIn("lyon")).isTrue();
        assertThat(actor.mayRecordIn("mel")).isFalse();
        assertThat(actor.may(Right.AUDIT, null, "mel")).isTrue();
        assertThat(actor.may(Right.AUDIT, null, "lille")).isFalse();
        assertThat(actor.may(Right.AUDIT, "lille", null)).isTrue();
        assertThat(actor.may(Right.AUDIT, "mel", null)).isFalse();
        assertThat(actor.maySeeAmounts("paris", "mel")).isTrue();
        assertThat(actor.maySeeAmounts("paris", "lille")).isFalse();
        assertThat(actor.may(Right.AUDIT, null, null)).isFalse();
        assertThat(Actor.of("a", "metrics,auditor").may(Right.AUDIT, null, null))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void two_roles_may_what_either_may(Right right) {
        List<String> roles =
                List.of("national", "coordinator/lille", "auditor", "funder/mel", "analyst", "metrics", "funder/lille");
        for (String one : roles) {
            for (String other : roles) {
                for (Place place : PLACES) {
                    assertThat(place.isAllowed(right, one + "," + other))
                            .as("%s as %s and %s in %s", right, one, other, place)
                            .isEqualTo(place.isAllowed(right, one) || place.isAllowed(right, other));
                }
            }
        }
    }

    /** Where something is done; null for everywhere. */
    private record Place(
            @Nullable String territory, @Nullable String organisation) {
        boolean isAllowed(Right right, String roles) {
            return Actor.of("a", roles).may(right, territory, organisation);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "national,          true,  true,  true,  true",
        "auditor,           true,  true,  true,  true",
        "coordinator/lille, true,  false, true,  false",
        "funder/mel,        false, false, true,  true",
        "analyst,           false, false, false, false",
        "metrics,           false, false, false, false"
    })
    void names_and_amounts_are_seen_by_role(
            String role, boolean namesOfLille, boolean namesOfParis, boolean inLille, boolean inParis) {
        Actor actor = Actor.of("a", role);

        assertThat(actor.maySeeNamesOf("lille")).isEqualTo(namesOfLille);
        assertThat(actor.maySeeNamesOf("paris")).isEqualTo(namesOfParis);
        assertThat(actor.maySeeAmounts("lille", "mel")).isEqualTo(inLille);
        assertThat(actor.maySeeAmounts("paris", "mel")).isEqualTo(inParis);
    }

    @Test
    void an_amount_that_nobody_is_said_to_give_is_no_funders() {
        assertThat(Actor.of("a", "funder/mel").maySeeAmounts("lille", null)).isFalse();
        assertThat(Actor.of("a", "coordinator/lille").maySeeAmounts("lille", null))
                .isTrue();
    }
}
