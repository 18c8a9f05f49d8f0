package fr.jalon.store.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the schemas {@code events}, {@code tracking} and {@code sealed} of a database up to this version. */
public final class Migrations {
    private Migrations() {}

    /**
     * Holds what was done to a database, if anything was, against the migrations of this version; changes nothing.
     *
     * @throws FlywayValidateException where others made it
     */
    public static void validate(DataSource owner) {
        // What is still to be done is no fault, nor is what a later version did.
        configuration(owner)
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load()
                .validate();
    }

    /**
     * Migrates, one process at a time: however many start at once, one does the work and the others find it done.
     *
     * @param owner connections of the role that owns the schemas; at least three at a time
     */
    public static void run(DataSource owner) {
        // Flyway locks its history table, but not the creation of the schema and of that table.
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(1784769647, 2)");
            try {
                configuration(owner).load().migrate();
                // So that a service can tell at its start whether this was done.
                statement.execute("grant select on events.flyway_schema_history to jalon_command, jalon_query");
            } finally {
                statement.execute("select pg_advisory_unlock(1784769647, 2)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the schema of the event store could not be brought up to date", e);
        }
    }

    private static FluentConfiguration configuration(DataSource owner) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .schemas("events")
                .locations("classpath:db/migration/events");
    }
}
