package fr.jalon.readmodel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.readmodel.tracking.ProjectionSettings;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ParkedTest {
    private static final String LYON = "select count(*) from projection.entry where territory = 'lyon'";
    private static final String PARIS = "select count(*) from projection.entry where territory = 'paris'";

    private static final int SEGMENTS = 4;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_entry_of_the_future_parks_its_territory_while_the_others_flow_and_health_names_it() {
        RandomEntries lyon = new RandomEntries(1, "lyon");
        ProjectionProcessor projection = world.projecting();
        world.awaitCaughtUp(projection);
        projection.close();
        world.record(lyon.next(30));
        world.record(new RandomEntries(2, "paris").next(30));
        world.owner("update events.event set type = 'moon-landed' where territory = 'lyon' and position = 11");
        ProjectionProcessor again = world.projecting();
        world.awaitCaughtUp(again);
        world.record(lyon.next(5));
        world.awaitCaughtUp(again);
        assertThat(world.count(LYON)).isEqualTo(10);
        assertThat(world.count(PARIS)).isEqualTo(30);
        assertThat(again.parked().entries()).isEqualTo(25);
        assertThat(world.causes()).singleElement().asString().contains("lyon", "moon-landed", "11");
        Health health = new ProjectionHealth(again).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("parked")).asString().contains("lyon");

        world.owner("""
                update events.event set type = payload::json ->> 'type' where territory = 'lyon' and position = 11
                """);
        again.parked().retry();
        assertThat(world.causes()).isEmpty();
        assertThat(world.count(LYON)).isEqualTo(35);
        assertThat(new ProjectionHealth(again).health().getStatus()).isEqualTo(Status.UP);
        var live = world.rows("projection");
        again.rebuild().run((step, entries, total) -> {});
        assertThat(world.rows("projection")).isEqualTo(live);
    }

    @Test
    void of_a_batch_that_the_database_refuses_only_the_culprit_parks() {
        ProjectionProcessor projection = world.projecting();
        world.awaitCaughtUp(projection);
        projection.close();
        for (int i = 0; i < 5; i++) {
            world.record(ProjectionTest.carriers("lyon-" + i, 15));
        }
        // What entry 7 brings then ends before it begins.
        world.owner("update events.event set recorded_at = '5000-01-01' where territory = 'lyon-3' and position = 7");
        ProjectionProcessor again = world.projecting();
        world.awaitCaughtUp(again);
        assertThat(again.parked().names()).containsExactly("lyon-3");
        assertThat(again.parked().entries()).isEqualTo(8);
        assertThat(world.causes()).singleElement().asString().contains("range lower bound");
        assertThat(world.count("select count(*) from projection.entry")).isEqualTo(4 * 15 + 7);
    }

    @Test
    void what_is_recorded_while_its_territory_is_tried_again_is_not_passed_over() throws Exception {
        RandomEntries lyon = new RandomEntries(3, "lyon");
        world.record(lyon.next(11));
        world.owner("update events.event set type = 'moon-landed' where position = 11");
        ProjectionProcessor projection = world.projecting();
        World.await(() -> projection.ownReached() == 11);
        world.owner("update events.event set type = payload::json ->> 'type' where position = 11");
        world.admin.sql("""
                create function projection.linger() returns trigger language plpgsql as $$
                begin perform pg_advisory_xact_lock(3); return new; end $$;
                create trigger linger before insert on projection.entry for each row
                    when (new.position = 11) execute function projection.linger()
                """).update();
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Connection lingering = world.query.getConnection()) {
            lingering.setAutoCommit(false);
            lingering.createStatement().execute("select pg_advisory_xact_lock(3)");
            Future<?> retry = thread.submit(projection.parked()::retry);
            World.await(() -> world.waiting() == 1);
            world.record(lyon.next(1));
            World.await(() -> world.waiting() == 2);
            lingering.commit();
            World.get(retry);
        }
        world.awaitCaughtUp(projection);

        assertThat(world.count(LYON)).isEqualTo(12);
        assertThat(projection.parked().names()).isEmpty();
    }

    @Test
    void all_of_twenty_five_parked_territories_are_tried_again() {
        ProjectionProcessor projection = world.projecting();
        for (int i = 0; i < 25; i++) {
            world.record(new RandomEntries(100 + i, "territory-" + i).next(2));
        }
        world.awaitCaughtUp(projection);
        projection.close();
        for (int i = 0; i < 25; i++) {
            world.record(ProjectionTest.carrier(new UUID(7, i).toString(), "c", "2020", "territory-" + i));
            world.record(ProjectionTest.carrier(new UUID(8, i).toString(), "d", "2021", "territory-" + i));
        }
        world.owner("update events.event set revision = '2' where position = 3");
        ProjectionProcessor again = world.projecting();
        world.awaitCaughtUp(again);
        assertThat(again.parked().names()).hasSize(25);
        again.parked().retry();
        assertThat(again.parked().entries()).isEqualTo(50);
        world.owner("update events.event set revision = '1'");
        again.parked().retry();
        assertThat(again.parked().entries()).isZero();
        assertThat(world.count("select count(*) from projection.entry")).isEqualTo(100);
    }

    /**
     * AxonFramework issue 4253: with several segments an event that failed could be passed over after a restart. One
     * fails for as long as the database has no room for its territory, two cannot be read; the others flow.
     */
    @Tag("long")
    @Test
    void with_several_segments_nothing_that_failed_or_is_parked_is_passed_over_after_restarts() {
        List<RandomEntries> territories = IntStream.range(0, 12)
                .mapToObj(i -> new RandomEntries(200 + i, "territory-" + i))
                .toList();
        ProjectionProcessor projection = sharing();
        territories.forEach(territory -> world.record(territory.next(3)));
        world.awaitCaughtUp(projection);
        projection.close();
        world.admin.sql("""
                create function projection.no_room() returns trigger language plpgsql as $$
                begin raise exception 'No space left on device' using errcode = '53100'; end $$;
                create trigger no_room before insert on projection.entry for each row
                    when (new.territory = 'territory-7') execute function projection.no_room()
                """).update();
        for (int restart = 0; restart < 2; restart++) {
            territories.forEach(territory -> world.record(territory.next(2)));
            world.owner("""
                    update events.event set type = 'moon-landed'
                    where territory in ('territory-0', 'territory-5') and position = 4
                    """);
            ProjectionProcessor again = sharing();
            World.await(() -> world.count("""
                    select count(*) from tracking.token
                    where processor_name = 'projection' and (token::jsonb ->> 'globalIndex')::bigint >=
                        (select max(global_index) from events.event)
                    """) == SEGMENTS - 1);
            again.close();
        }
        world.admin.sql("drop function projection.no_room cascade").update();
        ProjectionProcessor last = sharing();
        world.awaitCaughtUp(last);

        assertThat(last.parked().names()).containsExactlyInAnyOrder("territory-0", "territory-5");
        assertThat(last.parked().entries()).isEqualTo(2 * 4);
        assertThat(world.count("select count(*) from projection.entry")).isEqualTo(10 * 7 + 2 * 3);
        world.owner("update events.event set type = payload::json ->> 'type' where type = 'moon-landed'");
        last.parked().retry();
        assertThat(last.parked().entries()).isZero();
        var live = world.rows("projection");
        world.rebuild(last);
        assertThat(world.rows("projection")).isEqualTo(live);
    }

    /** One that runs in the same process as before, with several segments. */
    private ProjectionProcessor sharing() {
        ProjectionProcessor projection = world.projection(new ProjectionSettings(
                "here", SEGMENTS, 500, Duration.ofSeconds(10), 1_000_000, Duration.ofDays(1), Duration.ofDays(1)));
        projection.start();
        return projection;
    }

    @Test
    void the_transactions_are_real_ones() {
        ProjectionProcessor projection = world.projecting();
        world.record(ProjectionTest.carrier(new UUID(7, 1).toString(), "c", "2020", "lyon"));
        world.awaitCaughtUp(projection);
        // Row and token carry the number of the one transaction that wrote both.
        assertThat(world.count("""
                        select count(*) from projection.entry e, tracking.token t
                        where t.processor_name = 'projection' and e.xmin = t.xmin
                        """)).isEqualTo(1);
    }
}
