package fr.jalon.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * How long PostgreSQL takes for the rows alone: COPY of the same rows into tables of the same shape, and then the same
 * indexes.
 *
 * @param rows in milliseconds
 * @param indexes in milliseconds
 */
record SameRows(double rows, double indexes) {
    static SameRows of(Connection reader, Connection admin, String schema, List<String> tables) throws Exception {
        double rows = 0;
        double indexes = 0;
        for (String table : tables) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            reader.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy %s.%s to stdout (format binary)".formatted(schema, table), out);
            byte[] bytes = out.toByteArray();
            try (var statement = admin.createStatement()) {
                statement.execute("create table public.same_rows (like %s.%s)".formatted(schema, table));
                rows += Timings.once(() -> admin.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy public.same_rows from stdin (format binary)", new ByteArrayInputStream(bytes)));
                for (String index : indexes(admin, schema, table)) {
                    indexes += Timings.once(() -> statement.execute(index));
                }
                statement.execute("drop table public.same_rows");
            }
        }
        return new SameRows(rows, indexes);
    }

    double both() {
        return rows + indexes;
    }

    private static List<String> indexes(Connection admin, String schema, String table) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (PreparedStatement statement =
                admin.prepareStatement("select indexdef from pg_indexes where schemaname = ? and tablename = ?")) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    indexes.add(row.getString(1).replace(" %s.%s ".formatted(schema, table), " public.same_rows "));
                }
            }
        }
        return indexes;
    }
}
