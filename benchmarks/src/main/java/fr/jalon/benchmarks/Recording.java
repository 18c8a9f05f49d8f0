package fr.jalon.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.command.axon.TerritoryGateway;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.axon.CaffeineCache;
import fr.jalon.store.axon.LogStorageEngine;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.log.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Commands per second over 64 territories, with 1, 16 and 64 senders: Jalon, stock Axon on its JDBC engine with the
 * same aggregate and the same warm cache, and PostgreSQL alone inserting one equal row a transaction.
 */
final class Recording {
    private static final int TERRITORIES = 64;
    private static final int[] SENDERS = {1, 16, 64};
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final int seconds;

    public Recording(int seconds) {
        this.seconds = seconds;
    }

    void run(Table table) throws Exception {
        // Once for nothing, so that none is measured while its code is still compiled: one sender alone takes too long.
        postgres(TERRITORIES);
        axon(TERRITORIES, true);
        axon(TERRITORIES, false);
        for (int senders : SENDERS) {
            double postgres = postgres(senders);
            double stock = axon(senders, true);
            double jalon = axon(senders, false);
            table.row(
                    senders + " senders",
                    "%,.0f /s".formatted(postgres),
                    "%,.0f /s".formatted(stock),
                    "%,.0f /s".formatted(jalon),
                    "%.2f".formatted(jalon / postgres),
                    "%.2f".formatted(jalon / stock));
        }
    }

    /** What Jalon records a second, in this process. */
    double jalon(int senders) throws Exception {
        axon(senders, false);
        return axon(senders, false);
    }

    private double postgres(int senders) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (Connection owner = database.dataSource(DatabaseRole.OWNER).getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create table equal_row (global_index bigserial primary key, entry_id uuid not null unique, territory text not null,
                        position bigint not null, recorded_at timestamptz not null, type text not null, revision text not null,
                        payload text not null, metadata text not null, unique (territory, position))
                    """);
        }
        String payload = EntryJson.write(Entries.watchpoint("territoire-0", 1));
        try (HikariDataSource pool = Pools.of(database, DatabaseRole.OWNER, senders)) {
            return Load.perSecond(senders, seconds, sender -> inserting(pool, "territoire-" + sender, payload));
        }
    }

    private static Load.Work inserting(HikariDataSource pool, String territory, String payload) {
        AtomicLong position = new AtomicLong();
        return () -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement insert = connection.prepareStatement("""
                            insert into equal_row (entry_id, territory, position, recorded_at, type, revision, payload, metadata)
                            values (?, ?, ?, now(), 'watchpoint-raised', '1', ?, '{"actor":"national"}')
                            """)) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, territory);
                insert.setLong(3, position.incrementAndGet());
                insert.setString(4, payload);
                insert.executeUpdate();
            }
        };
    }

    private double axon(int senders, boolean stock) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Migrations.run(database.dataSource(DatabaseRole.OWNER));
        RecordedClock clock = RecordedClock.system();
        clock.install();
        try (HikariDataSource pool =
                Pools.of(database, stock ? DatabaseRole.OWNER : DatabaseRole.COMMAND, stock ? senders : 8)) {
            EventStorageEngine engine =
                    stock ? stock(pool) : LogStorageEngine.onPostgres(pool, EntryCodec.CURRENT, clock);
            EmbeddedEventStore store =
                    EmbeddedEventStore.builder().storageEngine(engine).build();
            try (TerritoryGateway territories = new TerritoryGateway(store, new CaffeineCache(TERRITORIES * 2))) {
                for (int i = 0; i < TERRITORIES; i++) {
                    record(territories, new RecordEntry(Entries.opening("territoire-" + i), null, TODAY));
                }
                return Load.perSecond(senders, seconds, sender -> recording(territories, sender, senders));
            } finally {
                store.shutDown();
                if (engine instanceof AutoCloseable ours) {
                    ours.close();
                }
            }
        }
    }

    /** Each sender goes round its own share of the territories. */
    private static Load.Work recording(TerritoryGateway territories, int sender, int senders) {
        AtomicLong number = new AtomicLong();
        int share = TERRITORIES / senders;
        return () -> {
            long next = number.incrementAndGet();
            String territory = "territoire-" + (next % share + (long) sender * share);
            record(territories, new RecordEntry(Entries.watchpoint(territory, next), null, TODAY));
        };
    }

    private static void record(TerritoryGateway territories, RecordEntry command) {
        if (!(territories.record(command, Map.of("actor", "national")) instanceof Decision.Yes)) {
            throw new IllegalStateException("An entry of the measurement was refused");
        }
    }

    private static JdbcEventStorageEngine stock(HikariDataSource pool) throws SQLException {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        JdbcEventStorageEngine engine = new WithoutSnapshots(JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(pool::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE));
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }

    /** It would read no register of ours back, so it is spared to write one: to its advantage, as Jalon does. */
    private static final class WithoutSnapshots extends JdbcEventStorageEngine {
        WithoutSnapshots(JdbcEventStorageEngine.Builder builder) {
            super(builder);
        }

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            // None is kept.
        }
    }
}
