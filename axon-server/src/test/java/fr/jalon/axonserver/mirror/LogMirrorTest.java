package fr.jalon.axonserver.mirror;

import static fr.jalon.axonserver.mirror.CopyDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.jalon.events.Seed;
import fr.jalon.store.log.StoreUnavailableException;
import fr.jalon.store.log.StoredEvent;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What the copy of a log promises. */
class LogMirrorTest {
    private static final List<String> ONE = List.of("lyon");
    private static final long SEED = Seed.of(20261128, "LogMirrorTest");

    static {
        // It says each trouble that a test makes.
        ((Logger) LoggerFactory.getLogger(LogMirror.class)).setLevel(Level.OFF);
    }

    private final Random random = new Random(SEED);
    private final RandomLog log = new RandomLog(random);
    private final CopyDatabase database = new CopyDatabase(log);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_there_already_and_what_comes_is_copied_in_its_order_with_its_index_and_times() {
        log.grow(2_100);
        database.mirror();
        database.awaitCopied();
        log.grow(7);
        database.awaitCopied();

        assertThat(copied()).hasSize(2_107).isEqualTo(log.after(0, 3_000));
    }

    @Tag("long")
    @Test
    void the_copy_is_always_the_logs_beginning_whatever_befalls_the_log_the_connections_and_those_who_copy()
            throws Exception {
        List<LogMirror> mirrors = new ArrayList<>(List.of(database.mirror()));
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(8)) {
                case 0 -> mirrors.removeFirst().close();
                case 1 -> database.cut();
                case 2 -> log.goAway();
                case 3 -> database.holdUp().close();
                default -> {
                    log.comeBack();
                    log.grow(1 + random.nextInt(300));
                    List<StoredEvent> copied = copied();
                    assertThat(copied).isEqualTo(log.after(0, copied.size()));
                }
            }
            if (mirrors.isEmpty() || random.nextInt(12) == 0) {
                mirrors.add(database.mirror());
            }
        }
        log.comeBack();
        database.awaitCopied();
        assertThat(copied()).isEqualTo(log.after(0, 100_000));
    }

    @Test
    void while_the_log_is_away_health_says_so_and_the_copy_goes_on_when_it_is_back() {
        log.grow(3);
        LogMirror mirror = database.mirror();
        database.awaitCopied();
        log.goAway();
        await(() -> mirror.trouble() != null);
        assertThat(mirror.trouble()).isInstanceOf(StoreUnavailableException.class);
        assertThat(mirror.isCopying()).isFalse();
        assertThat(health(mirror).getStatus()).isEqualTo(Status.DOWN);
        log.comeBack();
        log.grow(1);
        await(() -> mirror.trouble() == null && mirror.lag() == 0);

        assertThat(health(mirror).getStatus()).isEqualTo(Status.UP);
        assertThat(health(mirror).getDetails())
                .containsEntry("copiesHere", true)
                .containsEntry("lag", 0L);
    }

    @Test
    void what_the_copy_lacks_is_its_lag() throws Exception {
        LogMirror mirror = database.mirror();
        try (Connection _ = database.holdUp()) {
            log.grow(5);
            assertThat(mirror.lag()).isEqualTo(5);
        }
        await(() -> mirror.lag() == 0);
    }

    @Test
    void an_append_cut_off_midway_is_made_again() throws Exception {
        LogMirror mirror = database.mirror();
        await(mirror::isCopying);
        try (Connection _ = database.holdUp()) {
            log.grow(5);
            database.awaitBlocked();
            database.cut();
            await(() -> mirror.trouble() != null);
        }
        database.awaitCopied();
        assertThat(copied()).isEqualTo(log.after(0, 10));
    }

    @Test
    void of_several_one_copies_and_another_takes_over_when_it_ends() {
        LogMirror first = database.mirror();
        await(first::isCopying);
        LogMirror second = database.mirror();
        log.grow(3);
        database.awaitCopied();
        assertThat(second.isCopying()).isFalse();
        first.close();
        log.grow(3);
        database.awaitCopied();

        assertThat(second.isCopying()).isTrue();
        assertThat(health(second).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_log_put_back_to_an_older_back_up_is_named_and_nothing_more_is_copied() {
        log.grow(5);
        LogMirror mirror = database.mirror();
        database.awaitCopied();
        log.cutBack(3);
        awaitDiverged(mirror, 5);

        assertThat(health(mirror).getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health(mirror).getDetails().get("trouble"))).contains("index 5");
        assertThat(copied()).hasSize(5);
    }

    /** Nothing else would tell: what has come since would follow what the copy holds. */
    @Test
    void one_that_was_put_back_and_has_grown_since_is_named_too_while_it_is_copied() {
        log.grow(5, ONE);
        LogMirror mirror = database.mirror();
        database.awaitCopied();
        synchronized (log) {
            log.cutBack(3);
            log.grow(20, ONE);
        }
        awaitDiverged(mirror, 5);

        assertThat(copied()).hasSize(5);
    }

    @Test
    void one_that_was_put_back_and_has_grown_since_is_named_by_who_copies_next() {
        log.grow(5);
        LogMirror before = database.mirror();
        database.awaitCopied();
        before.close();
        log.cutBack(3);
        log.grow(2);

        awaitDiverged(database.mirror(), 5);
    }

    @Test
    void a_last_entry_that_reads_otherwise_in_the_copy_is_named() {
        log.grow(5);
        LogMirror before = database.mirror();
        database.awaitCopied();
        before.close();
        CopyDatabase.execute("update events.event set payload = 'altered' where global_index = 5");

        awaitDiverged(database.mirror(), 5);
    }

    @Test
    void an_entry_far_beyond_the_log_is_named() {
        log.grow(5);
        LogMirror before = database.mirror();
        database.awaitCopied();
        before.close();
        CopyDatabase.execute("update events.event set global_index = 1000000000000 where global_index = 5");

        awaitDiverged(database.mirror(), 1_000_000_000_000L);
    }

    @Test
    void when_a_diverged_log_is_the_right_one_again_the_copy_goes_on() throws Exception {
        log.grow(3);
        LogMirror mirror = database.mirror();
        database.awaitCopied();
        List<StoredEvent> before = log.after(2, 1);
        log.cutBack(2);
        awaitDiverged(mirror, 3);
        log.append(List.of(LogMirror.again(before.getFirst())));
        log.grow(2);

        await(() -> mirror.lag() == 0 && mirror.trouble() == null);
        assertThat(copied()).isEqualTo(log.after(0, 10));
    }

    private static void awaitDiverged(LogMirror mirror, long index) {
        await(() -> mirror.trouble() != null);
        Exception trouble = Objects.requireNonNull(mirror.trouble());
        assertThat(trouble).isInstanceOf(DivergedCopyException.class).hasMessageContaining("At index " + index + " ");
    }

    private static Health health(LogMirror mirror) {
        return Objects.requireNonNull(new MirrorHealth(mirror).health());
    }

    private List<StoredEvent> copied() {
        return database.copy.after(0, 100_000);
    }
}
