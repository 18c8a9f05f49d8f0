package fr.jalon.readmodel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.readmodel.rebuild.ProgressListener;
import fr.jalon.readmodel.rebuild.RebuildRunningException;
import fr.jalon.readmodel.rebuild.Rebuilt;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildTest {
    private static final ProgressListener NOBODY = (step, entries, total) -> {};

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_rebuilt_copy_is_the_live_one_row_for_row_and_so_is_the_next() {
        ProjectionProcessor projection = world.projecting();
        for (int round = 0; round < 5; round++) {
            world.record(new RandomEntries(10 + round, "paris-" + round).next(200));
        }
        world.awaitCaughtUp(projection);
        List<String> live = world.rows("projection");
        Rebuilt first = projection.rebuild().run(NOBODY);
        assertThat(first.entries()).isEqualTo(1000);
        assertThat(first.parked()).isEmpty();
        assertThat(world.rows("projection")).isEqualTo(live);
        projection.rebuild().run(NOBODY);
        assertThat(world.rows("projection")).isEqualTo(live);
        assertThat(world.count(
                        "select count(*) from pg_namespace where nspname in ('projection_next', 'projection_old')"))
                .isZero();
    }

    @Test
    void it_goes_on_from_a_rebuilt_copy() {
        RandomEntries entries = new RandomEntries(20, "paris");
        ProjectionProcessor projection = world.projecting();
        world.record(entries.next(150));
        world.awaitCaughtUp(projection);
        projection.rebuild().run(NOBODY);
        world.record(entries.next(150));
        world.awaitCaughtUp(projection);
        List<String> live = world.rows("projection");
        assertThat(world.count("select position from projection.territory")).isEqualTo(300);
        projection.rebuild().run(NOBODY);
        assertThat(world.rows("projection")).isEqualTo(live);
    }

    @Test
    void the_first_start_builds_what_the_log_has_and_a_start_of_another_version_builds_it_anew() {
        world.record(new RandomEntries(30, "paris").next(100));
        world.projecting().close();
        List<String> built = world.rows("projection");
        assertThat(world.count("select position from projection.territory")).isEqualTo(100);
        world.sql
                .sql("update projection.made set fingerprint = 'of another version'")
                .update();
        world.sql.sql("delete from projection.span").update();
        ProjectionProcessor projection = world.projecting();
        assertThat(world.rows("projection")).isEqualTo(built);
        assertThat(projection.rebuild().isNeeded()).isFalse();
    }

    @Test
    void no_query_fails_and_none_sees_half_a_register_while_entries_arrive_and_copies_change_places() throws Exception {
        RandomEntries entries = new RandomEntries(40, "paris");
        ProjectionProcessor projection = world.projecting();
        world.record(entries.next(300));
        world.awaitCaughtUp(projection);
        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(3)) {
            Future<Long> reader = threads.submit(() -> readUntil(done));
            Future<Long> other = threads.submit(() -> readUntil(done));
            Future<?> writer = threads.submit(() -> {
                while (!done.get()) {
                    world.record(entries.next(3));
                    World.await(() -> done.get() || projection.advance().lag() < 10);
                }
            });
            try {
                for (int i = 0; i < 4; i++) {
                    projection.rebuild().run(NOBODY);
                }
            } finally {
                done.set(true);
            }
            assertThat(World.get(reader) + World.get(other)).isPositive();
            World.get(writer);
        }
        world.awaitCaughtUp(projection);
        assertThat(world.causes()).isEmpty();
        List<String> live = world.rows("projection");
        projection.rebuild().run(NOBODY);
        assertThat(world.rows("projection")).isEqualTo(live);
    }

    @Test
    void what_cannot_be_read_is_parked_and_what_can_be_again_is_not() {
        world.record(new RandomEntries(50, "paris").next(60));
        world.record(new RandomEntries(51, "lyon").next(60));
        ProjectionProcessor projection = world.projecting();
        world.owner("update events.event set revision = '9' where territory = 'lyon' and position = 31");
        Rebuilt rebuilt = projection.rebuild().run(NOBODY);
        assertThat(rebuilt.parked()).containsExactly("lyon");
        assertThat(projection.parked().names()).containsExactly("lyon");
        assertThat(projection.parked().entries()).isEqualTo(30);
        assertThat(world.count("select position from projection.territory where territory = 'lyon'"))
                .isEqualTo(30);
        world.record(new RandomEntries(52, "paris").next(5));
        world.awaitCaughtUp(projection);
        assertThat(world.count("select position from projection.territory where territory = 'paris'"))
                .isEqualTo(65);
        world.owner("update events.event set revision = '1' where territory = 'lyon' and position = 31");
        assertThat(projection.rebuild().run(NOBODY).parked()).isEmpty();
        assertThat(projection.parked().entries()).isZero();
        assertThat(world.count("select position from projection.territory where territory = 'lyon'"))
                .isEqualTo(60);
    }

    @Test
    void a_territory_that_stays_parked_keeps_since_when_it_waits() {
        world.record(new RandomEntries(53, "lyon").next(10));
        world.owner("update events.event set revision = '9' where position = 4");
        ProjectionProcessor projection = world.projecting();
        world.sql
                .sql("update tracking.parked set since = '2020-01-01', position = 3, cause = 'another'")
                .update();
        projection.rebuild().run(NOBODY);
        assertThat(world.count("select extract(year from since)::int from tracking.parked where position = 4"))
                .isEqualTo(2020);
        assertThat(world.causes()).singleElement().asString().doesNotContain("another");
    }

    @Test
    void a_row_that_the_database_refuses_parks_its_territory_just_there() {
        world.record(new RandomEntries(60, "paris").next(60));
        world.record(ProjectionTest.carriers("lyon", 60));
        ProjectionProcessor projection = world.projecting();
        // What entry 41 brings then ends before it begins.
        world.owner("update events.event set recorded_at = '5000-01-01' where territory = 'lyon' and position = 41");
        assertThat(projection.rebuild().run(NOBODY).parked()).containsExactly("lyon");
        assertThat(world.causes()).singleElement().asString().contains("range lower bound");
        assertThat(world.count("select position from projection.territory where territory = 'lyon'"))
                .isEqualTo(41);
    }

    @Test
    void there_is_one_rebuild_at_a_time() throws Exception {
        ProjectionProcessor projection = world.projecting();
        try (Connection other = world.query.getConnection();
                Statement statement = other.createStatement()) {
            AdvisoryLock.REBUILD.take(statement);
            assertThatThrownBy(() -> projection.rebuild().run(NOBODY)).isInstanceOf(RebuildRunningException.class);
            AdvisoryLock.REBUILD.release(statement);
        }
    }

    /** Each answer must rest on all the entries that its territory's row speaks of. */
    private long readUntil(AtomicBoolean done) throws Exception {
        long answers = 0;
        long reached = 0;
        try (Connection connection = world.query.getConnection();
                Statement statement = connection.createStatement()) {
            while (!done.get()) {
                try (var row = statement.executeQuery("""
                        select t.position, (select max(position) from projection.entry),
                            (select count(*) from projection.span where recorded @> t.recorded_at)
                        from projection.territory t where territory = 'paris'
                        """)) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getLong(2)).isEqualTo(row.getLong(1));
                    assertThat(row.getLong(1)).isGreaterThanOrEqualTo(reached);
                    assertThat(row.getLong(3)).isPositive();
                    reached = row.getLong(1);
                    answers++;
                }
            }
        }
        return answers;
    }
}
