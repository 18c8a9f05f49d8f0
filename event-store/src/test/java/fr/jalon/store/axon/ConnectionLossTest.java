package fr.jalon.store.axon;

import static fr.jalon.store.axon.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.store.log.AppendConnection;
import fr.jalon.store.log.GroupAppender;
import fr.jalon.store.log.NewEvent;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.StoreBusyException;
import fr.jalon.store.log.StoreUnavailableException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("long")
class ConnectionLossTest {
    private static final String CUT = """
            select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and usename = 'jalon_command'
            """;

    private final Database database = Database.migrated();
    private final LogStorageEngine engine = database.engine();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_append_cut_off_midway_is_reported_as_unknown_and_the_next_goes_through() throws Exception {
        engine.appendEvents(List.of(event("lyon", 1, "before")));
        try (Connection held = database.admin().getConnection();
                Statement statement = held.createStatement();
                var threads = Executors.newSingleThreadExecutor()) {
            held.setAutoCommit(false);
            AdvisoryLock.APPEND.takeForTransaction(statement);
            Future<StoreUnavailableException> cut = threads.submit(() -> catchThrowableOfType(
                    StoreUnavailableException.class, () -> engine.appendEvents(List.of(event("lyon", 2, "cut")))));
            database.awaitBlockedAppend();
            Database.execute(database.admin(), CUT);
            assertThat(cut.get().outcomeUnknown()).isTrue();
            held.rollback();
        }
        engine.appendEvents(List.of(event("lyon", 2, "after")));
        assertThat(engine.lastSequenceNumberFor("lyon")).contains(1L);
    }

    @Test
    void a_connection_that_was_cut_while_nobody_wrote_costs_no_append() throws Exception {
        engine.appendEvents(List.of(event("lyon", 1, "before")));
        Database.execute(database.admin(), CUT);
        Thread.sleep(AppendConnection.IDLE.plusMillis(50));
        engine.appendEvents(List.of(event("lyon", 2, "after")));
        assertThat(engine.readEvents("lyon", 0).asStream()).hasSize(2);
    }

    @Test
    void while_the_database_is_away_appends_fail_with_nothing_stored_and_recover_by_themselves() {
        engine.appendEvents(List.of(event("lyon", 1, "before")));
        Database.execute(database.admin(), "alter role jalon_command connection limit 0");
        try {
            Database.execute(database.admin(), CUT);
            StoreUnavailableException first = away(2);
            StoreUnavailableException second = away(2);
            assertThat(List.of(first, second)).last().matches(away -> !away.outcomeUnknown());
        } finally {
            Database.execute(database.admin(), "alter role jalon_command connection limit -1");
        }
        engine.appendEvents(List.of(event("lyon", 2, "after")));
        assertThat(engine.readEvents("lyon", 0).asStream()).hasSize(2);
    }

    @Test
    void a_database_that_was_never_there_is_said_to_be_unavailable() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        assertThatThrownBy(() -> new PostgresEventLog(nowhere).head()).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_closed_store_refuses_and_finishes_what_it_took() throws Exception {
        engine.appendEvents(List.of(event("lyon", 1, "before")));
        engine.close();
        assertThatThrownBy(() -> engine.appendEvents(List.of(event("lyon", 2, "late"))))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        e -> assertThat(e.outcomeUnknown()).isFalse());
    }

    @Test
    void a_store_with_too_many_waiting_says_it_is_busy() throws Exception {
        try (Connection held = database.admin().getConnection();
                Statement statement = held.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                GroupAppender narrow =
                        new GroupAppender(AppendConnection.recording(database.as(DatabaseRole.COMMAND)), 1)) {
            held.setAutoCommit(false);
            AdvisoryLock.APPEND.takeForTransaction(statement);
            EventMessages messages = new EventMessages(new NotedCodec());
            List<Future<Boolean>> sent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                List<NewEvent> rows = List.of(messages.event(event("territory-" + i, 1, "entry")));
                sent.add(threads.submit(() -> {
                    try {
                        narrow.append(rows);
                        return true;
                    } catch (StoreBusyException e) {
                        return false;
                    }
                }));
            }
            Projection.await(() -> sent.stream().filter(Future::isDone).count() >= 17);
            held.rollback();
            int stored = 0;
            for (Future<Boolean> each : sent) {
                stored += each.get() ? 1 : 0;
            }
            assertThat(new PostgresEventLog(database.owner()).head())
                    .isEqualTo(stored)
                    .isBetween(1L, 3L);
        }
    }

    private StoreUnavailableException away(long position) {
        return catchThrowableOfType(
                StoreUnavailableException.class, () -> engine.appendEvents(List.of(event("lyon", position, "away"))));
    }
}
