package fr.jalon.readmodel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@Tag("long")
class OutageTest {
    private static final String CUT = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and usename = 'jalon_query'
            """;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void connections_cut_at_any_moment_leave_no_entry_out_and_none_twice() {
        RandomEntries entries = new RandomEntries(1, "paris");
        ProjectionProcessor projection = world.projecting();
        for (int i = 0; i < 8; i++) {
            world.record(entries.next(100));
            world.admin.sql(CUT).query(Long.class).single();
        }
        world.awaitCaughtUp(projection);
        isAsRebuilt(projection);
    }

    @Test
    void after_an_outage_it_goes_on_by_itself_and_health_says_it_was_away() {
        RandomEntries entries = new RandomEntries(2, "paris");
        ProjectionProcessor projection = world.projecting();
        world.record(entries.next(50));
        world.awaitCaughtUp(projection);
        world.admin.sql("alter role jalon_query connection limit 0").update();
        try {
            world.admin.sql(CUT).query(Long.class).single();
            world.record(entries.next(50));
            World.await(
                    () -> new ProjectionHealth(projection).health().getStatus().equals(Status.DOWN)
                            && projection.isInError());
        } finally {
            world.admin.sql("alter role jalon_query connection limit -1").update();
        }
        world.awaitCaughtUp(projection);
        isAsRebuilt(projection);
    }

    @Test
    void four_that_start_at_once_on_an_empty_database_all_start() throws Exception {
        world.record(new RandomEntries(3, "paris").next(200));
        List<ProjectionProcessor> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(world.projection("node-" + i, Duration.ofSeconds(10)));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> starts = new ArrayList<>();
            all.forEach(each -> starts.add(threads.submit(each::start)));
            for (Future<?> start : starts) {
                World.get(start);
            }
        }
        world.awaitCaughtUp(all.getFirst());
        assertThat(all).allMatch(ProjectionProcessor::isRunning);
        isAsRebuilt(all.getFirst());
    }

    @Test
    void claims_stolen_from_one_another_change_nothing() throws Exception {
        RandomEntries entries = new RandomEntries(4, "paris");
        ProjectionProcessor one = world.projection("one", Duration.ofSeconds(10));
        ProjectionProcessor other = world.projection("other", Duration.ofSeconds(10));
        one.start();
        other.start();
        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> thief = threads.submit(() -> {
                for (int i = 0; !done.get(); i++) {
                    world.sql
                            .sql("""
                                    update tracking.token set owner = ?, token = '{"globalIndex":' || ? || '}'
                                    where (token::jsonb ->> 'globalIndex')::bigint >= ?
                                    """)
                            .params(i % 2 == 0 ? "one" : "other", i % 20, i % 20)
                            .update();
                }
            });
            try {
                for (int i = 0; i < 30; i++) {
                    world.record(entries.next(20));
                }
            } finally {
                done.set(true);
            }
            World.get(thief);
        }
        world.awaitCaughtUp(one);
        isAsRebuilt(one);
    }

    @Test
    void a_coordinator_that_died_is_replaced() {
        RandomEntries entries = new RandomEntries(5, "paris");
        ProjectionProcessor projection = world.projecting();
        world.record(entries.next(20));
        world.awaitCaughtUp(projection);
        projection.killThreads();
        world.record(entries.next(20));
        world.awaitCaughtUp(projection);
        isAsRebuilt(projection);
    }

    private void isAsRebuilt(ProjectionProcessor projection) {
        assertThat(world.causes()).isEmpty();
        List<String> live = world.rows("projection");
        assertThat(live).isNotEmpty();
        projection.rebuild().run((step, entries, total) -> {});
        assertThat(world.rows("projection")).isEqualTo(live);
    }
}
