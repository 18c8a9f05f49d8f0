package fr.jalon.readmodel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.readmodel.tracking.ProjectionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several processes on one log: who projects what of it, and that it is all the same who does. */
@Tag("long")
class SharingTest {
    private final World world = new World();
    private final List<RandomEntries> territories = new ArrayList<>();

    SharingTest() {
        for (int i = 0; i < 12; i++) {
            territories.add(new RandomEntries(i, "territory-" + i));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void each_projects_its_fair_share_of_the_segments_whoever_joins_leaves_or_dies_and_nothing_is_lost() {
        ProjectionProcessor first = started("first");
        recordEverywhere();
        awaitShares(8, first);
        ProjectionProcessor second = started("second");
        recordEverywhere();
        awaitShares(4, first, second);
        recordEverywhere();
        ProjectionProcessor third = started("third");
        World.await(() -> first.segments() == 3 && second.segments() == 3 && third.segments() == 2);
        recordEverywhere();
        second.close();
        awaitShares(4, first, third);
        recordEverywhere();
        first.killThreads();
        recordEverywhere();
        awaitShares(8, third);
        world.awaitCaughtUp(third);
        isAsRebuilt(third);
    }

    @Test
    void others_go_on_with_the_copy_that_one_has_rebuilt() {
        ProjectionProcessor one = started("one");
        ProjectionProcessor other = started("other");
        recordEverywhere();
        awaitShares(4, one, other);
        for (int i = 0; i < 3; i++) {
            recordEverywhere();
            world.rebuild(i % 2 == 0 ? one : other);
            recordEverywhere();
        }
        world.awaitCaughtUp(one);
        isAsRebuilt(other);
    }

    @Test
    void read_models_that_another_version_made_are_left_to_it() {
        ProjectionProcessor old = started("old");
        recordEverywhere();
        world.awaitCaughtUp(old);
        String ours = world.sql
                .sql(
                        "update projection.made set fingerprint = 'another' returning (select fingerprint from projection.made)")
                .query(String.class)
                .single();
        List<String> before = world.rows("projection");
        recordEverywhere();
        World.await(() -> old.segments() == 0);
        assertThat(world.rows("projection")).isEqualTo(before);

        world.sql.sql("update projection.made set fingerprint = ?").param(ours).update();
        world.awaitCaughtUp(old);
        isAsRebuilt(old);
    }

    @Test
    void another_number_of_segments_takes_effect_once_a_process_starts_alone() {
        ProjectionProcessor alone = world.projection(settings("alone", 1));
        alone.start();
        recordEverywhere();
        world.awaitCaughtUp(alone);
        ProjectionProcessor early = started("early");
        recordEverywhere();
        world.awaitCaughtUp(early);
        assertThat(tokens()).isEqualTo(1);
        alone.close();
        early.close();

        ProjectionProcessor eight = started("eight");
        assertThat(tokens()).isEqualTo(8);
        recordEverywhere();
        world.awaitCaughtUp(eight);
        isAsRebuilt(eight);
    }

    private ProjectionProcessor started(String node) {
        ProjectionProcessor projection = world.projection(settings(node, 8));
        projection.start();
        return projection;
    }

    private static ProjectionSettings settings(String node, int segments) {
        return new ProjectionSettings(
                node, segments, 500, Duration.ofSeconds(4), 1_000_000, Duration.ofDays(1), Duration.ofDays(1));
    }

    private void recordEverywhere() {
        territories.forEach(territory -> world.record(territory.next(5)));
    }

    private static void awaitShares(int share, ProjectionProcessor... processes) {
        World.await(() -> Arrays.stream(processes).allMatch(each -> each.segments() == share));
    }

    private long tokens() {
        return world.count("select count(*) from tracking.token where processor_name = 'projection'");
    }

    private void isAsRebuilt(ProjectionProcessor projection) {
        assertThat(world.causes()).isEmpty();
        List<String> live = world.rows("projection");
        assertThat(live).isNotEmpty();
        world.rebuild(projection);
        assertThat(world.rows("projection")).isEqualTo(live);
    }
}
