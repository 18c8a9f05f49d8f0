package fr.jalon.web.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final Actor ONE = Actor.of("one", "auditor");
    private static final Actor ANOTHER = Actor.of("another", "auditor");
    private static final Actor THIRD = Actor.of("third", "auditor");

    private final Shares shares = new Shares(3, 2, 5, Problems.unavailable(7));

    @Test
    void one_account_gets_its_share_and_no_more_and_another_finds_room() {
        List<Shares.Held> held = new ArrayList<>(List.of(shares.take(ONE), shares.take(ONE)));
        Problem refused = refused(ONE);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-at-once");
        assertThat(refused.headers()).containsEntry("Retry-After", "5");

        held.add(shares.take(ANOTHER));
        held.removeFirst().close();
        held.add(shares.take(ONE));
        held.forEach(Shares.Held::close);
    }

    @Test
    void where_there_is_no_room_that_is_said_and_it_takes_nothing_of_the_share() {
        List<Shares.Held> held = List.of(shares.take(ONE), shares.take(ONE), shares.take(ANOTHER));
        assertThat(refused(THIRD).status()).isEqualTo(503);
        assertThat(refused(THIRD).status()).isEqualTo(503);
        assertThat(refused(THIRD).headers()).containsEntry("Retry-After", "7");

        held.forEach(Shares.Held::close);
        shares.take(THIRD).close();
        List<Shares.Held> again = List.of(shares.take(THIRD), shares.take(THIRD), shares.take(ONE));
        again.forEach(Shares.Held::close);
    }

    private Problem refused(Actor actor) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(() -> shares.take(actor))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> problems.add(refusal.problem()));
        return problems.getFirst();
    }
}
