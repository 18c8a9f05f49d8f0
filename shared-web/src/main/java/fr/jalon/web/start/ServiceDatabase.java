package fr.jalon.web.start;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.database.PostgresVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A service's way to the database that {@code jalon migrate} made ready. */
public final class ServiceDatabase {
    private static final String MIGRATE = "Run jalon migrate as the database's owner, then start again.";

    private ServiceDatabase() {}

    /**
     * Connections of a role.
     *
     * @param size how many at a time
     * @param silence how long a statement may go without a word from the database before its connection counts as
     *     broken: a machine that vanished does not say so, and TCP by itself waits for a quarter of an hour
     * @throws RefusedStart if the database does not answer, does not let the role in, or is an older PostgreSQL
     */
    public static HikariDataSource open(String url, String role, String password, int size, Duration silence) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(role);
        pool.setJdbcUrl(url);
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(5_000);
        // As texts: the driver passes over what is none.
        pool.addDataSourceProperty("socketTimeout", String.valueOf(silence.toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // A row that was refused is no message for a log: it may name persons.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        try (Connection first = pool.getConnection()) {
            requireVersion(PostgresVersion.of(first));
            return pool;
        } catch (RefusedStart old) {
            pool.close();
            throw old;
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw refused(role, e);
        }
    }

    /** Connections of a role that seldom has something to do: none is kept. */
    public static DataSource oneByOne(String url, String role, String password) {
        DriverManagerDataSource connections = new DriverManagerDataSource(url, role, password);
        Properties more = new Properties();
        more.setProperty("logServerErrorDetail", "false");
        connections.setConnectionProperties(more);
        return connections;
    }

    /**
     * Sees to it that a schema is there, of this version or a later one: another version's service may be at work
     * beside this one.
     *
     * @throws RefusedStart if it is missing or older, or made by migrations that this version does not know
     */
    public static void require(DataSource database, String schema) {
        MigrationInfoService state;
        try {
            state = Flyway.configure(ServiceDatabase.class.getClassLoader())
                    .dataSource(database)
                    .schemas(schema)
                    .locations("classpath:db/migration/" + schema)
                    .load()
                    .info();
        } catch (FlywayException e) {
            throw new RefusedStart("Whether the schema " + schema + " is up to date cannot be told. " + MIGRATE);
        }
        if (state.current() == null) {
            throw new RefusedStart("The database has no schema " + schema + " yet. " + MIGRATE);
        }
        if (!Arrays.stream(state.applied()).allMatch(MigrationInfo::isChecksumMatching)) {
            throw new RefusedStart("The database's schema " + schema
                    + " was made by another version, by migrations that this one does not know.");
        }
        if (state.pending().length > 0) {
            throw new RefusedStart("The database's schema " + schema + " is older than this program. " + MIGRATE);
        }
    }

    /**
     * Sees to it that a database's log is kept by this store: the first service of all to start says by which.
     *
     * @param store the value of {@code jalon.event-store}
     * @throws RefusedStart if another store keeps it
     */
    public static void requireStore(DataSource database, String store) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into events.kept_by (store) values (:store) on conflict do nothing")
                .param("store", store)
                .update();
        String keeper =
                jdbc.sql("select store from events.kept_by").query(String.class).single();
        if (!keeper.equals(store)) {
            throw new RefusedStart(
                    "jalon.event-store is " + store + ", and the log in this database is kept by " + keeper
                            + ". Set it back; or take a database of its own, and jalon export and import from one to the other.");
        }
    }

    private static void requireVersion(PostgresVersion version) {
        if (version.isTooOld()) {
            throw new RefusedStart("The database (JALON_DATABASE_URL) is PostgreSQL " + version.name()
                    + ", and Jalon needs " + PostgresVersion.OLDEST + " or later.");
        }
    }

    private static RefusedStart refused(String role, Throwable failure) {
        SQLException cause = deepest(failure);
        if (cause != null && cause.getSQLState() != null && cause.getSQLState().startsWith("28")) {
            return new RefusedStart(
                    "The database does not let " + role + " in with the password it was given. jalon migrate sets it.");
        }
        return new RefusedStart(
                "The database (JALON_DATABASE_URL) does not answer: " + (cause == null ? failure : cause).getMessage());
    }

    private static @Nullable SQLException deepest(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            found = cause instanceof SQLException sql ? sql : found;
        }
        return found;
    }
}
