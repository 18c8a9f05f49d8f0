package fr.jalon.query.state;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Difference;
import fr.jalon.answers.Sight;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.register.Recorded;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.query.QueryServer;
import fr.jalon.query.ReadModels;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.States;
import fr.jalon.readmodel.question.States.Point;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A register that is too large to be read whole gives what it would give if it were. */
class LargeRegisterTest {
    private static final ReadModels MODELS = QueryServer.sharedModels();
    private static final DataSource READ_MODELS = MODELS.database().dataSource(DatabaseRole.QUERY);
    private static final States WHOLE = new States(READ_MODELS, Long.MAX_VALUE);
    private static final States IN_PARTS = new States(READ_MODELS, 0);
    private static final int ENTRIES = 60;
    private static final int QUESTIONS = 100;

    @ParameterizedTest
    @ValueSource(longs = {2, 21, 301})
    void its_states_and_what_was_learned_are_the_same(long seed) {
        Random random = new Random(seed);
        String territory = "large-" + seed;
        List<Recorded> recorded = RandomRegisters.of(seed, territory, ENTRIES);
        recorded.forEach(each -> MODELS.record(each.recordedAt(), each.entry()));
        int learned = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            AsOf asOf = new AsOf(LocalDate.parse("2019-12-01").plusDays(random.nextInt(1150)));
            Knowledge before = known(recorded, random.nextInt(ENTRIES + 1));
            Knowledge after = known(recorded, random.nextInt(ENTRIES + 1));
            Point[] points = {new Point(before, asOf), new Point(after, asOf)};
            String question =
                    "seed %d as of %s, known at %d and %d".formatted(seed, asOf, before.position(), after.position());

            assertThat(IN_PARTS.at(territory, Sight.OF_ALL, points))
                    .as(question)
                    .isEqualTo(WHOLE.at(territory, Sight.OF_ALL, points));
            Difference whole = difference(WHOLE, asOf, before, after);
            assertThat(difference(IN_PARTS, asOf, before, after)).as(question).isEqualTo(whole);
            learned += whole.began().size()
                    + whole.ended().size()
                    + whole.changed().size();
        }
        assertThat(learned).isGreaterThan(QUESTIONS);
    }

    private static Difference difference(States states, AsOf asOf, Knowledge before, Knowledge after) {
        var both = states.learned(before.territory(), Sight.OF_ALL, asOf, before, after);
        return Difference.between(both.getFirst(), both.getLast());
    }

    private static Knowledge known(List<Recorded> recorded, int position) {
        Instant last = recorded.getLast().recordedAt();
        return new Knowledge(
                recorded.getFirst().entry().territory(),
                position,
                position == 0 ? null : recorded.get(position - 1).recordedAt(),
                ENTRIES,
                last);
    }
}
