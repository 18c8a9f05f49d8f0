package fr.jalon.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to databases that are measured, whose server waits for the disk. */
final class Pools {
    private Pools() {}

    /** So many connections of a role. */
    static HikariDataSource of(TestDatabase database, DatabaseRole role, int size) throws SQLException {
        return of(database.jdbcUrl(), role, database.password(role), size);
    }

    /** The same of a whole server's database. */
    static HikariDataSource of(EmbeddedPostgres server, DatabaseRole role, int size) throws SQLException {
        return of(server.jdbcUrl(), role, server.password(role), size);
    }

    private static HikariDataSource of(String url, DatabaseRole role, String password, int size) throws SQLException {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(role.user());
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(30_000);
        requireSynced(pool);
        return pool;
    }

    /** A server that does not wait for the disk is twice as fast, and none that anybody would keep a register on. */
    private static void requireSynced(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet fsync = statement.executeQuery("show fsync")) {
            if (!fsync.next() || !fsync.getString(1).equals("on")) {
                throw new IllegalStateException("The server that is measured does not wait for the disk");
            }
        }
    }
}
