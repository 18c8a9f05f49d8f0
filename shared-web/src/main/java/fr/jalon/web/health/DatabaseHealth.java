package fr.jalon.web.health;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Whether the database answers one side of the register. */
public final class DatabaseHealth extends AbstractHealthIndicator {
    private static final int SECONDS = 2;

    private final DataSource database;

    /** The health of the database behind these connections. */
    public DatabaseHealth(DataSource database) {
        super("The database does not answer");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        try (Connection connection = database.getConnection()) {
            health.status(connection.isValid(SECONDS) ? Status.UP : Status.DOWN);
        }
    }
}
