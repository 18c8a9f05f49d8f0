package fr.jalon.query.projection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes batches into one copy of the read models: one statement a table and kind of change, however many rows. */
final class BatchWriter {
    private final String advance;
    private final String arrive;
    private final String close;
    private final String takeBack;
    private final String copySpan;
    private final String copyEntry;
    private final String copyRemark;

    BatchWriter(ModelSchema schema) {
        advance = schema.in("""
                update %1$s.territory t set position = u.reached, recorded_at = u.recorded_at::timestamptz
                from unnest(?, ?, ?, ?) u(territory, believed, reached, recorded_at)
                where t.territory = u.territory and t.position = u.believed
                """);
        arrive = schema.in("""
                insert into %1$s.territory (territory, position, recorded_at)
                select territory, reached, recorded_at::timestamptz from unnest(?, ?, ?) u(territory, reached, recorded_at)
                on conflict do nothing
                """);
        close = schema.in("""
                update %1$s.span s
                set recorded = tstzrange(lower(s.recorded), u.at::timestamptz), closed_by = u.by
                from unnest(?, ?, ?, ?, ?) u(territory, opened_by, ordinal, at, by)
                where s.territory = u.territory and s.opened_by = u.opened_by and s.ordinal = u.ordinal
                    and s.closed_by is null
                """);
        takeBack = schema.in("""
                update %1$s.remark r set taken_back_by = u.by, taken_back_at = u.at::timestamptz
                from unnest(?, ?, ?, ?, ?, ?) u(territory, target, kind, entry_id, by, at)
                where r.target = u.target::uuid and r.territory = u.territory and r.kind = u.kind
                    and r.entry_id = u.entry_id::uuid and r.taken_back_by is null
                """);
        copySpan = schema.in("copy %1$s." + Rows.SPAN + " from stdin");
        copyEntry = schema.in("copy %1$s." + Rows.ENTRY + " from stdin");
        copyRemark = schema.in("copy %1$s." + Rows.REMARK + " from stdin");
    }

    /**
     * Writes a batch within the connection's transaction.
     *
     * @throws StaleProjectionException if the copy is not where the batch begins
     */
    void write(Batch batch, Connection connection) throws SQLException {
        // First of all: it holds off the other writers of these territories, and a switch of copies.
        move(batch.territories(), connection);
        end(batch.endedSpans(), connection);
        takeBack(batch.endedRemarks(), connection);
        Rows rows = new Rows();
        batch.writePast(rows);
        batch.writeOpen(rows);
        copy(rows, connection);
    }

    /** Copies rows in and forgets them. */
    void copy(Rows rows, Connection connection) throws SQLException {
        CopyManager copier = connection.unwrap(PGConnection.class).getCopyAPI();
        copy(copier, copyEntry, rows.entries);
        copy(copier, copySpan, rows.spans);
        copy(copier, copyRemark, rows.remarks);
    }

    private static void copy(CopyManager copier, String statement, CopyText text) throws SQLException {
        if (text.isEmpty()) {
            return;
        }
        try {
            copier.copyIn(statement, new ByteArrayInputStream(text.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.clear();
    }

    private void move(Map<String, Batch.Moved> territories, Connection connection) throws SQLException {
        List<Map.Entry<String, Batch.Moved>> known = territories.entrySet().stream()
                .filter(moved -> moved.getValue().from() > 0)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        List<Map.Entry<String, Batch.Moved>> fresh = territories.entrySet().stream()
                .filter(moved -> moved.getValue().from() == 0)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        long moved = 0;
        if (!known.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(advance)) {
                statement.setArray(1, array(connection, "text", known, Map.Entry::getKey));
                statement.setArray(
                        2, array(connection, "bigint", known, e -> e.getValue().from()));
                statement.setArray(
                        3,
                        array(
                                connection,
                                "bigint",
                                known,
                                e -> e.getValue().to().position()));
                statement.setArray(4, array(connection, "text", known, BatchWriter::recordedAt));
                moved += statement.executeUpdate();
            }
        }
        if (!fresh.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(arrive)) {
                statement.setArray(1, array(connection, "text", fresh, Map.Entry::getKey));
                statement.setArray(
                        2,
                        array(
                                connection,
                                "bigint",
                                fresh,
                                e -> e.getValue().to().position()));
                statement.setArray(3, array(connection, "text", fresh, BatchWriter::recordedAt));
                moved += statement.executeUpdate();
            }
        }
        expect(moved, territories.size(), "territories");
    }

    private static String recordedAt(Map.Entry<String, Batch.Moved> moved) {
        return String.valueOf(moved.getValue().to().register().recordedAt());
    }

    private void end(List<Batch.Ended<Batch.SpanKey>> ended, Connection connection) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(close)) {
            statement.setArray(1, array(connection, "text", ended, e -> e.key().territory()));
            statement.setArray(
                    2, array(connection, "bigint", ended, e -> e.key().openedBy()));
            statement.setArray(
                    3, array(connection, "integer", ended, e -> e.key().ordinal()));
            statement.setArray(
                    4,
                    array(connection, "text", ended, e -> e.end().recordedAt().toString()));
            statement.setArray(
                    5, array(connection, "bigint", ended, e -> e.end().position()));
            expect(statement.executeUpdate(), ended.size(), "spans");
        }
    }

    private void takeBack(List<Batch.Ended<Batch.RemarkKey>> ended, Connection connection) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(takeBack)) {
            statement.setArray(1, array(connection, "text", ended, e -> e.key().territory()));
            statement.setArray(
                    2,
                    array(
                            connection,
                            "text",
                            ended,
                            e -> e.key().remark().target().toString()));
            statement.setArray(
                    3,
                    array(
                            connection,
                            "text",
                            ended,
                            e -> Rows.code(e.key().remark().kind())));
            statement.setArray(
                    4,
                    array(
                            connection,
                            "text",
                            ended,
                            e -> e.key().remark().entryId().toString()));
            statement.setArray(
                    5, array(connection, "bigint", ended, e -> e.end().position()));
            statement.setArray(
                    6,
                    array(connection, "text", ended, e -> e.end().recordedAt().toString()));
            expect(statement.executeUpdate(), ended.size(), "remarks");
        }
    }

    private static void expect(long changed, long expected, String what) {
        if (changed != expected) {
            throw new StaleProjectionException(
                    "%d of %d %s are not where this process left them".formatted(expected - changed, expected, what));
        }
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
