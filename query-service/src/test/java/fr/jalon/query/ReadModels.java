package fr.jalon.query;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.people.MasterKey;
import fr.jalon.people.TextKeys;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.BatchWriter;
import fr.jalon.readmodel.projection.Change;
import fr.jalon.readmodel.projection.KeptWords;
import fr.jalon.readmodel.projection.ModelSchema;
import fr.jalon.readmodel.projection.Projected;
import fr.jalon.readmodel.projection.ReadModel;
import fr.jalon.readmodel.projection.SearchedWords;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.Migrations;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** A log, and the read models that the projection makes of it, at once or when a test says so. */
public final class ReadModels {
    private static final int MANY = 1_000;

    private final TestDatabase database = TestDatabase.migrated("events", Migrations::run);
    private final DataSource query = pool(DatabaseRole.QUERY);
    private final EventLog log = new PostgresEventLog(query);
    private final BatchWriter writer = new BatchWriter(
            ModelSchema.LIVE,
            new SearchedWords(
                    UnaryOperator.identity(),
                    new KeptWords(new TextKeys(query, MasterKey.of(QueryServer.PEOPLE_KEY)).forWords())));
    private final Map<String, Projected> territories = new HashMap<>();
    private final JdbcClient owner;

    public ReadModels() {
        owner = JdbcClient.create(pool(DatabaseRole.OWNER));
        try (Connection connection = query.getConnection()) {
            ReadModel.make(ModelSchema.LIVE, connection);
            for (String index : ReadModel.indexes()) {
                ReadModel.index(ModelSchema.LIVE, index, connection);
            }
            ReadModel.finish(ModelSchema.LIVE, connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To sign in for each statement would take longer than all the rest. */
    private DataSource pool(DatabaseRole role) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource(role));
        pool.setMaximumPoolSize(2);
        return pool;
    }

    public TestDatabase database() {
        return database;
    }

    /** What was read of a territory. */
    public Register register(String territory) {
        return projected(territory).register();
    }

    private Projected projected(String territory) {
        return territories.getOrDefault(territory, Projected.NOTHING);
    }

    /** Records an entry and lets it be read. */
    public Recorded record(Instant recordedAt, Entry entry) {
        Recorded recorded = recordUnread(recordedAt, entry);
        project(entry.territory());
        return recorded;
    }

    public Recorded record(String recordedAt, String json) {
        return record(Instant.parse(recordedAt), EntryJson.read(json));
    }

    /** Recorded a microsecond apart, on a day that all tests of all territories look back on. */
    public void record(String territory, int number, String content) {
        ObjectNode entry = (ObjectNode) Json.parse("{" + content + "}");
        entry.put("entryId", id(territory, number));
        entry.put("territory", territory);
        record("2024-05-01T10:00:00.%06dZ".formatted(number), entry.toString());
    }

    /** The id of the entry recorded so. */
    public static String id(String territory, int number) {
        return "%08x-0000-0000-0000-%012d".formatted(territory.hashCode(), number);
    }

    /** Records an entry that nobody reads yet, at a time that the log itself would not take. */
    public Recorded recordUnread(Instant recordedAt, Entry entry) {
        long position = log.lastPosition(entry.territory()) + 1;
        owner.sql("""
                insert into events.event
                select coalesce(max(global_index), 0) + 1, ?, ?, ?, ?, ?, '1', ?,
                       '{"actor": "national", "role": "national"}'
                from events.event
                """)
                .params(
                        entry.entryId(),
                        entry.territory(),
                        position,
                        recordedAt.atOffset(ZoneOffset.UTC),
                        EntryType.of(entry).name(),
                        EntryJson.write(entry))
                .update();
        return new Recorded(position, recordedAt, entry);
    }

    /** Reads what was recorded of a territory and is unread. */
    public void project(String territory) {
        Projected projected = projected(territory);
        Batch batch = new Batch();
        for (StoredEvent event : log.of(territory, projected.position() + 1, MANY)) {
            Change change = projected.with(ReadEvent.of(event).orThrow());
            batch.add(change);
            projected = change.after();
        }
        write(batch);
        territories.put(territory, projected);
    }

    private void write(Batch batch) {
        try (Connection connection = query.getConnection()) {
            connection.setAutoCommit(false);
            writer.write(batch, connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
