package fr.jalon.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * A schema that migrations make, {@code db/migration/<name>} on the class path.
 *
 * @param lock whoever has it brings the schema up to date
 */
public record Schema(String name, AdvisoryLock lock) {
    /**
     * Holds what was done to a database, if anything was, against the migrations of this version; changes nothing.
     *
     * @throws FlywayValidateException where others made it
     */
    public void validate(DataSource owner) {
        // What is still to be done is no fault, nor is what a later version did.
        configuration(owner)
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load()
                .validate();
    }

    /**
     * Migrates, one process at a time: however many start at once, one does the work and the others find it done.
     *
     * @param owner connections of the role that owns the schema; at least three at a time
     */
    public void migrate(DataSource owner) {
        // Flyway locks its history table, but not the creation of the schema and of that table.
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            lock.take(statement);
            try {
                configuration(owner).load().migrate();
                // So that a service can tell at its start whether this was done.
                statement.execute("grant select on " + name + ".flyway_schema_history to jalon_command, jalon_query");
            } finally {
                lock.release(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the schema " + name + " could not be brought up to date", e);
        }
    }

    private FluentConfiguration configuration(DataSource owner) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(owner)
                .schemas(name)
                .locations("classpath:db/migration/" + name);
    }
}
