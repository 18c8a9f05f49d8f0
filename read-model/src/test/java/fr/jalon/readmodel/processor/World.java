package fr.jalon.readmodel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.readmodel.tracking.ProjectionSettings;
import fr.jalon.store.axon.LogStorageEngine;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.Migrations;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with a log to write and projections to run on it. */
public final class World implements AutoCloseable {
    public final TestDatabase database;
    final RecordedClock clock = RecordedClock.system();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();
    final LogStorageEngine engine;
    public final HikariDataSource query;
    public final JdbcClient sql;
    public final JdbcClient admin;
    public final EventLog log;

    public World() {
        this(TestDatabase.migrated("events", Migrations::run));
    }

    /** On a database that was migrated, and may have something in it. */
    public World(TestDatabase database) {
        this.database = database;
        admin = JdbcClient.create(pool(DatabaseRole.ADMIN));
        engine = LogStorageEngine.onPostgres(pool(DatabaseRole.COMMAND), EntryCodec.CURRENT, clock);
        opened.add(engine);
        query = pool(DatabaseRole.QUERY);
        sql = JdbcClient.create(query);
        log = new PostgresEventLog(query);
    }

    public HikariDataSource pool(DatabaseRole role) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(role.user());
        pool.setPassword(database.password(role));
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(2_000);
        opened.add(pool);
        return pool;
    }

    public void record(Entry... entries) {
        record(List.of(entries));
    }

    public void record(List<Entry> entries) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Entry entry : entries) {
            long sequence = positions.merge(entry.territory(), 1L, Long::sum) - 1;
            messages.add(new GenericDomainEventMessage<>(
                    "territory",
                    entry.territory(),
                    sequence,
                    entry,
                    Map.of("actor", "national", "role", "NATIONAL"),
                    entry.entryId().toString(),
                    clock.instant()));
        }
        engine.appendEvents(messages);
    }

    /** Takes a snapshot of a territory as it is. */
    public void snapshot(String territory) {
        Register register = Register.empty();
        for (StoredEvent event : log.of(territory, 1, 10_000)) {
            register = register.with(new Recorded(event.position(), event.recordedAt(), (Entry)
                    EntryCodec.CURRENT.decode(event.type(), event.revision(), event.payload())));
        }
        engine.storeSnapshot(new GenericDomainEventMessage<>(
                "territory", territory, register.position() - 1, register, Map.of(), "unused", clock.instant()));
    }

    /** A projection of its own node and log, not started. */
    ProjectionProcessor projection(String node, Duration claimTimeout) {
        return projection(new ProjectionSettings(
                node, 1, 500, claimTimeout, 1_000_000, Duration.ofDays(1), Duration.ofSeconds(2)));
    }

    ProjectionProcessor projection(ProjectionSettings settings) {
        DataSource pool = pool(DatabaseRole.QUERY);
        EmbeddedEventStore source = EmbeddedEventStore.builder()
                .storageEngine(LogStorageEngine.onPostgres(pool, EntryCodec.CURRENT, clock))
                .fetchDelay(20)
                .build();
        ProjectionProcessor projection = new ProjectionProcessor(pool, source, settings);
        opened.add(source::shutDown);
        opened.add(projection);
        return projection;
    }

    /** A projection that runs. */
    public ProjectionProcessor projecting() {
        ProjectionProcessor projection = projection("here", Duration.ofSeconds(10));
        projection.start();
        return projection;
    }

    public void awaitCaughtUp(ProjectionProcessor projection) {
        await(() -> {
            LockSupport.parkNanos(2_000_000);
            try {
                return projection.advance().lag() == 0;
            } catch (RuntimeException away) {
                return false;
            }
        });
    }

    /** Makes the read models anew from the log. */
    public void rebuild(ProjectionProcessor projection) {
        projection.rebuild().run((step, entries, total) -> {});
    }

    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("still waiting after a minute and a half")
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** What another thread comes to, as long as that takes a minute and a half at most. */
    static <T> T get(Future<T> running) throws ExecutionException, InterruptedException, TimeoutException {
        return running.get(90, TimeUnit.SECONDS);
    }

    /** How many connections of the read side wait for something that another holds. */
    long waiting() {
        return count("""
                select count(*) from pg_stat_activity
                where datname = current_database() and usename = 'jalon_query' and wait_event_type = 'Lock'
                """);
    }

    /** All rows of a copy, in an order of their own. */
    List<String> rows(String schema) {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("span", "entry", "remark", "territory")) {
            rows.addAll(sql.sql("select '" + table + " ' || t::text from " + schema + "." + table
                            + " t order by t::text collate \"C\"")
                    .query(String.class)
                    .list());
        }
        return rows;
    }

    /** Changes the log, as nobody may. */
    void owner(String change) {
        JdbcClient.create(database.dataSource(DatabaseRole.OWNER)).sql(change).update();
    }

    /** Why territories are parked. */
    List<String> causes() {
        return sql.sql("select territory || ': ' || cause from tracking.parked order by 1")
                .<String>query((row, number) -> row.getString(1))
                .list();
    }

    long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    @Override
    public void close() {
        for (AutoCloseable each : opened.reversed()) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
