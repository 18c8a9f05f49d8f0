package fr.jalon.readmodel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.events.entry.Entry;
import fr.jalon.readmodel.projection.ParkedRows;
import fr.jalon.readmodel.tracking.TrackingCheck;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lyon and Paris wait behind an entry; what another try at them does when something is in its way. */
class RetryTest {
    private static final String LYON = "select count(*) from projection.entry where territory = 'lyon'";
    private static final int MANY = 250;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_try_that_the_machinery_cuts_short_keeps_what_it_took_in_and_hinders_no_other() {
        ProjectionProcessor projection = bothParkedBefore(1, ProjectionTest.carriers("lyon", MANY));
        mend();
        onEntry(150, "raise exception 'No space left on device' using errcode = '53100'");

        assertThatThrownBy(projection.parked()::retry).hasStackTraceContaining("No space left");

        assertThat(world.count(LYON)).isEqualTo(100);
        assertThat(projection.parked().names()).containsExactly("lyon");
        assertThat(projection.parked().entries()).isEqualTo(MANY - 100);
        world.admin.sql("drop function projection.on_entry cascade").update();
        projection.parked().retry();
        assertThat(projection.parked().names()).isEmpty();
        assertThat(world.count(LYON)).isEqualTo(MANY);
    }

    @Test
    void a_territory_of_which_even_what_was_taken_in_cannot_be_read_says_so_and_hinders_no_other() {
        bothParkedBefore(4, ProjectionTest.carriers("lyon", 5)).close();
        mend();
        world.owner("update events.event set type = 'sun-landed' where territory = 'lyon' and position = 2");
        ProjectionProcessor projection = world.projecting();

        projection.parked().retry();

        assertThat(world.causes()).singleElement().asString().contains("lyon", "sun-landed");
        assertThat(projection.parked().entries()).isEqualTo(2);
        mend();
        projection.parked().retry();
        assertThat(projection.parked().names()).isEmpty();
        assertThat(world.count(LYON)).isEqualTo(5);
    }

    @Test
    void a_territory_that_another_process_has_in_hand_is_left_to_it() throws Exception {
        ProjectionProcessor projection = bothParkedBefore(4, ProjectionTest.carriers("lyon", 5));
        mend();
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Connection other = world.query.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from tracking.parked where territory = 'lyon' for update");

            World.get(thread.submit(projection.parked()::retry));

            assertThat(projection.parked().names()).containsExactly("lyon");
            other.rollback();
        }
        projection.parked().retry();
        assertThat(projection.parked().names()).isEmpty();
    }

    @Test
    void a_long_try_takes_turns_with_the_projection_and_comes_to_the_end() throws Exception {
        ProjectionProcessor projection = bothParkedBefore(1, ProjectionTest.carriers("lyon", MANY));
        mend();
        onEntry(50, "perform pg_advisory_xact_lock(3)");
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Connection lingering = world.query.getConnection();
                Connection passing = world.query.getConnection()) {
            lingering.setAutoCommit(false);
            lingering.createStatement().execute("select pg_advisory_xact_lock(3)");
            passing.setAutoCommit(false);
            Future<?> retry = threads.submit(projection.parked()::retry);
            World.await(() -> world.waiting() == 1);
            Future<?> passed = threads.submit(() -> passing.createStatement()
                    .execute("select from tracking.parked where territory = 'lyon' for share"));
            World.await(() -> world.waiting() == 2);
            lingering.commit();
            World.get(passed);
            World.await(() -> world.waiting() == 1);
            passing.commit();
            World.get(retry);
        }

        assertThat(projection.parked().names()).isEmpty();
        assertThat(world.count(LYON)).isEqualTo(MANY);
    }

    @Test
    void closing_lets_a_long_try_end_its_step_and_begin_no_other() throws Exception {
        ProjectionProcessor projection = bothParkedBefore(1, ProjectionTest.carriers("lyon", MANY));
        mend();
        onEntry(50, "perform pg_advisory_xact_lock(3)");
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Connection lingering = world.query.getConnection()) {
            lingering.setAutoCommit(false);
            lingering.createStatement().execute("select pg_advisory_xact_lock(3)");
            Future<?> retry = thread.submit(projection.parked()::retry);
            World.await(() -> world.waiting() == 1);
            projection.close();
            lingering.commit();
            World.get(retry);
        }

        assertThat(world.count(LYON)).isEqualTo(100);
        assertThat(projection.parked().names()).containsExactly("lyon", "paris");
    }

    @Test
    void what_cannot_be_told_is_counted_of_entries_taken_in_late_too() {
        List<Entry> oneDay = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            oneDay.add(ProjectionTest.carrier(new UUID(9, i).toString(), "c" + i, "2020-01-01", "lyon"));
        }
        ProjectionProcessor projection = bothParkedBefore(1, oneDay);
        mend();

        projection.parked().retry();

        assertThat(projection.untold()).isPositive();
    }

    @Test
    void only_the_first_fault_parks_a_territory() {
        bothParkedBefore(4, ProjectionTest.carriers("lyon", 5));
        List<String> causes = world.causes();

        boolean parked = new ParkedRows(world.query).park("lyon", 5, new IllegalStateException("later"));

        assertThat(parked).isFalse();
        assertThat(world.causes()).isEqualTo(causes);
        assertThat(world.count("select position from tracking.parked where territory = 'lyon'"))
                .isEqualTo(4);
    }

    @Test
    void those_that_wait_are_counted_up_to_the_head_they_are_compared_with() {
        bothParkedBefore(4, ProjectionTest.carriers("lyon", 10));

        // Paris is entries 1 to 5 of the log, Lyon 6 to 15.
        ParkedRows rows = new ParkedRows(world.query);
        assertThat(rows.entries(3)).isZero();
        assertThat(rows.entries(11)).isEqualTo(2 + 3);
        assertThat(rows.entries()).isEqualTo(2 + 7);
    }

    @Test
    void the_check_names_each_territory_once_with_the_first_entry_that_waits() {
        ProjectionProcessor projection = bothParkedBefore(4, ProjectionTest.carriers("lyon", 10));

        assertThat(projection.tracking().run())
                .extracting(
                        TrackingCheck.Fault::territory,
                        TrackingCheck.Fault::position,
                        TrackingCheck.Fault::globalIndex,
                        TrackingCheck.Fault::detail)
                .containsExactly(
                        tuple("paris", 4L, 4L, "the entries from here to 5 wait and are not shown"),
                        tuple("lyon", 4L, 9L, "the entries from here to 10 wait and are not shown"));
    }

    /** A projection that runs, on which five entries of Paris and some of Lyon stop before this position. */
    private ProjectionProcessor bothParkedBefore(int position, List<Entry> lyon) {
        world.record(ProjectionTest.carriers("paris", 5));
        world.record(lyon);
        world.owner("update events.event set type = 'moon-landed' where position = " + position);
        ProjectionProcessor projection = world.projecting();
        world.awaitCaughtUp(projection);
        // Entries behind a parked one count as waiting before they are passed over, which keeps the row from others.
        World.await(() -> projection.ownReached() == projection.advance().head());
        assertThat(projection.parked().names()).containsExactly("lyon", "paris");
        return projection;
    }

    private void mend() {
        world.owner("update events.event set type = payload::json ->> 'type'");
    }

    /** What the database does when this entry of Lyon is taken in. */
    private void onEntry(int position, String statement) {
        world.admin.sql("""
                create function projection.on_entry() returns trigger language plpgsql as $$
                begin %s; return new; end $$;
                create trigger on_entry before insert on projection.entry for each row
                    when (new.territory = 'lyon' and new.position = %d) execute function projection.on_entry()
                """.formatted(statement, position)).update();
    }
}
