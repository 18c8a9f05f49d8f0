package fr.jalon.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Which PostgreSQL a database is, held against the oldest whose words for a view the check knows. */
public record PostgresVersion(int major, String name) {
    /** The oldest that Jalon works on. */
    public static final int OLDEST = 18;

    /** The version of who answers. */
    public static PostgresVersion of(Connection connection) throws SQLException {
        DatabaseMetaData told = connection.getMetaData();
        return new PostgresVersion(told.getDatabaseMajorVersion(), told.getDatabaseProductVersion());
    }

    public boolean isTooOld() {
        return major < OLDEST;
    }
}
