package fr.jalon.query.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.Sight;
import fr.jalon.events.time.Window;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.query.ReadModels;
import fr.jalon.readmodel.projection.ModelSchema;
import fr.jalon.readmodel.projection.ReadModel;
import fr.jalon.readmodel.question.AllFundings;
import fr.jalon.readmodel.question.Frontier;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.KnownNames;
import fr.jalon.readmodel.question.Places;
import fr.jalon.readmodel.question.Portfolios;
import fr.jalon.readmodel.question.RecordedOrder;
import fr.jalon.readmodel.question.States;
import fr.jalon.readmodel.question.Stretches;
import fr.jalon.readmodel.question.WholeHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Between finding how far a register is known and answering, a rebuild may put another copy in place, in which the
 * territory is parked: the question is asked again, and never answered with less than it says.
 */
class ShorterCopyTest {
    private static final ReadModels MODELS = new ReadModels();
    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final Instant RECORDED_AT = Instant.parse("2024-01-01T00:00:00Z");
    private static final KnownAt BEFORE_ALL = new KnownAt(Instant.EPOCH);
    private static final KnownAt NOW = new KnownAt(RECORDED_AT.plusSeconds(60));
    private static final Knowledge AS_IT_IS = known("laon", 1);
    private static final Knowledge BEFORE = known("laon", 2);
    private static final Knowledge NEVER_OPENED = known("vesoul", 1);

    @BeforeAll
    static void open() {
        MODELS.record(RECORDED_AT.toString(), """
                {"entryId": "1a000000-0000-0000-0000-000000000000", "territory": "laon", "type": "territory-opened",
                 "effective": "[..2019]", "name": "Laon", "kind": "city", "departments": ["02"]}""");
        MODELS.record(RECORDED_AT.toString(), """
                {"entryId": "1b000000-0000-0000-0000-000000000000", "territory": "soissons", "type": "funding-granted",
                 "effective": "2019", "funding": "f", "funder": {"id": "mel", "name": "MEL"}}""");
    }

    @Test
    void a_state_is_not_told_from_less() {
        States states = new States(MODELS.database().dataSource(DatabaseRole.QUERY));

        assertThat(states.one(AS_IT_IS, new AsOf(DAY), Sight.OF_ALL).facts()).isNotEmpty();
        assertIsAskedAgain(() -> states.one(BEFORE, new AsOf(DAY), Sight.OF_ALL));
        assertIsAskedAgain(() -> states.one(NEVER_OPENED, new AsOf(DAY), Sight.OF_ALL));
    }

    @Test
    void states_and_portfolios_of_all_registers_are_of_the_copy_that_was_asked_before() {
        DataSource readModels = MODELS.database().dataSource(DatabaseRole.QUERY);
        Frontier frontier = new Places(readModels).frontier();
        Frontier ofAnother =
                new Frontier(frontier.tag(), frontier.lastRecordedAt(), frontier.entries(), frontier.copy() + 1);
        States states = new States(readModels);
        Portfolios portfolios = new Portfolios(readModels);

        assertThat(states.all(new AsOf(DAY), NOW, frontier, Sight.OF_ALL)).hasSize(2);
        assertThat(portfolios.of("mel", new AsOf(DAY), NOW, frontier)).isPresent();
        assertThat(states.all(new AsOf(DAY), BEFORE_ALL, frontier, Sight.OF_ALL))
                .isEmpty();
        assertThat(portfolios.of("nobody", new AsOf(DAY), NOW, frontier)).isEmpty();
        assertIsAskedAgain(() -> states.all(new AsOf(DAY), BEFORE_ALL, ofAnother, Sight.OF_ALL));
        assertIsAskedAgain(() -> portfolios.of("nobody", new AsOf(DAY), NOW, ofAnother));
        assertIsAskedAgain(() -> states.all(new AsOf(DAY), NOW, ofAnother, Sight.OF_ALL));
        assertIsAskedAgain(() -> new AllFundings(readModels).on(new AsOf(DAY), NOW, ofAnother));
        assertIsAskedAgain(() -> new KnownNames(readModels).having("nothing", null, NOW, 1, ofAnother));
        assertIsAskedAgain(() -> new WholeHistory(readModels)
                .page(
                        new WholeHistory.Wanted(
                                RecordedOrder.OLDEST_FIRST, null, null, "none", null, null, null, Set.of(), 1),
                        NOW,
                        ofAnother,
                        Sight.OF_ALL));
        assertIsAskedAgain(() -> portfolios.of("mel", new AsOf(DAY), NOW, ofAnother));
    }

    @Test
    void a_copy_put_in_the_place_of_another_is_another() throws SQLException {
        DataSource readModels = MODELS.database().dataSource(DatabaseRole.QUERY);
        Frontier before = new Places(readModels).frontier();

        try (Connection connection = readModels.getConnection()) {
            ReadModel.make(ModelSchema.NEXT, connection);
            ReadModel.finish(ModelSchema.NEXT, connection);
            connection.setAutoCommit(false);
            ReadModel.swap(connection);
            Frontier after = new Places(new SingleConnectionDataSource(connection, true)).frontier();
            connection.rollback();

            assertThat(after.entries()).isZero();
            assertThat(after.copy()).isNotEqualTo(before.copy());
        }
    }

    @Test
    void an_agenda_is_not_drawn_from_less() {
        Stretches stretches = new Stretches(MODELS.database().dataSource(DatabaseRole.QUERY));
        Window days = new Window(DAY, DAY.plusDays(1));

        assertThat(stretches.touching(AS_IT_IS, days, Sight.OF_ALL)).isNotEmpty();
        assertIsAskedAgain(() -> stretches.touching(BEFORE, days, Sight.OF_ALL));
        assertIsAskedAgain(() -> stretches.touching(NEVER_OPENED, days, Sight.OF_ALL));
    }

    @Test
    void a_history_is_not_told_from_less() {
        History history = new History(MODELS.database().dataSource(DatabaseRole.QUERY));

        assertThat(history.page("laon", through(1), Sight.OF_ALL)).hasSize(1);
        assertIsAskedAgain(() -> history.page("laon", through(2), Sight.OF_ALL));
        assertIsAskedAgain(() -> history.one("laon", UUID.randomUUID(), 2, Sight.OF_ALL));
        assertThat(history.one("laon", UUID.randomUUID(), 1, Sight.OF_ALL)).isEmpty();
    }

    private static Knowledge known(String territory, long position) {
        return new Knowledge(territory, position, RECORDED_AT, position, RECORDED_AT);
    }

    private static History.Selection through(long position) {
        return new History.Selection(RecordedOrder.OLDEST_FIRST, 0, position, null, null, null, 10);
    }

    private static void assertIsAskedAgain(ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOf(TransientDataAccessResourceException.class);
    }
}
