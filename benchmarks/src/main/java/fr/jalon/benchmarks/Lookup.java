package fr.jalon.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.IntSupplier;

/** An event by its primary key, over JDBC: what any answer from the log is held against. */
final class Lookup {
    private Lookup() {}

    static Timings timed(Connection connection, int times, IntSupplier index) throws Exception {
        try (PreparedStatement byKey =
                connection.prepareStatement("select payload from events.event where global_index = ?")) {
            return Timings.of(times, () -> look(byKey, index.getAsInt()));
        }
    }

    private static void look(PreparedStatement byKey, int index) throws SQLException {
        byKey.setLong(1, index);
        try (ResultSet row = byKey.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("No entry " + index);
            }
        }
    }
}
