package fr.jalon.readmodel.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes batches into one copy of the read models: one statement a table and kind of change, however many rows. */
public final class BatchWriter {
    private final SearchedWords words;
    private final String advance;
    private final String arrive;
    private final String close;
    private final String takeBack;
    private final String copyTerritory;
    private final String copySpan;
    private final String copyEntry;
    private final String copyRemark;

    public BatchWriter(ModelSchema schema) {
        this(schema, SearchedWords.PLAIN);
    }

    /** @param words how the words of entries are kept */
    public BatchWriter(ModelSchema schema, SearchedWords words) {
        this.words = words;
        advance = schema.in("""
                update %1$s.territory t set position = u.reached, recorded_at = u.recorded_at::timestamptz
                from unnest(?, ?, ?, ?) u(territory, believed, reached, recorded_at)
                where t.territory = u.territory and t.position = u.believed
                    and exists (select from %1$s.made where fingerprint = ?)
                """);
        arrive = schema.in("""
                insert into %1$s.territory (territory, position, recorded_at)
                select territory, reached, recorded_at::timestamptz from unnest(?, ?, ?) u(territory, reached, recorded_at)
                where exists (select from %1$s.made where fingerprint = ?)
                on conflict do nothing
                """);
        close = schema.in("""
                update %1$s.span s
                set recorded = tstzrange(lower(s.recorded), u.at::timestamptz), closed_by = u.by
                from unnest(?, ?, ?, ?, ?, ?, ?) u(territory, subject, key, opened_by, ordinal, at, by)
                where s.territory = u.territory and s.subject = u.subject and s.key = u.key
                    and s.opened_by = u.opened_by and s.ordinal = u.ordinal and s.closed_by is null
                """);
        takeBack = schema.in("""
                update %1$s.remark r set taken_back_by = u.by, taken_back_at = u.at::timestamptz
                from unnest(?, ?, ?, ?, ?, ?) u(territory, target, kind, entry_id, at, by)
                where r.target = u.target and r.territory = u.territory and r.kind = u.kind
                    and r.entry_id = u.entry_id and r.taken_back_by is null
                """);
        copyTerritory = schema.in("copy %1$s." + ProjectedRows.TERRITORY + " from stdin (format binary)");
        copySpan = schema.in("copy %1$s." + ProjectedRows.SPAN + " from stdin (format binary)");
        copyEntry = schema.in("copy %1$s." + ProjectedRows.ENTRY + " from stdin (format binary)");
        copyRemark = schema.in("copy %1$s." + ProjectedRows.REMARK + " from stdin (format binary)");
    }

    /**
     * Writes a batch within the connection's transaction.
     *
     * @throws StaleProjectionException if the copy is not where the batch begins, or another version's by now
     */
    public void write(Batch batch, Connection connection) throws SQLException {
        // First of all: it holds off the other writers of these territories, and a switch of copies.
        move(batch.territories(), connection);
        end(batch.endedSpans(), connection);
        takeBack(batch.endedRemarks(), connection);
        ProjectedRows rows = rows();
        batch.writePast(rows);
        batch.writeOpen(rows);
        copy(rows, connection);
    }

    /** An empty place for rows that are to be copied in. */
    public ProjectedRows rows() {
        return new ProjectedRows(words);
    }

    /** Copies rows in and forgets them. */
    public void copy(ProjectedRows rows, Connection connection) throws SQLException {
        CopyManager copier = connection.unwrap(PGConnection.class).getCopyAPI();
        copy(copier, copyTerritory, rows.territories);
        copy(copier, copyEntry, rows.entries);
        copy(copier, copySpan, rows.spans);
        copy(copier, copyRemark, rows.remarks);
    }

    private static void copy(CopyManager copier, String statement, CopyData data) throws SQLException {
        if (data.isEmpty()) {
            return;
        }
        try {
            copier.copyIn(statement, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.clear();
    }

    private void move(Map<String, Batch.Moved> territories, Connection connection) throws SQLException {
        List<Move> known = moves(territories, move -> move.from() > 0);
        List<Move> fresh = moves(territories, move -> move.from() == 0);
        long moved = 0;
        if (!known.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(advance)) {
                set(statement, 1, "text", known, Move::territory);
                set(statement, 2, "bigint", known, Move::from);
                set(statement, 3, "bigint", known, Move::to);
                set(statement, 4, "text", known, Move::at);
                statement.setString(5, ReadModel.FINGERPRINT);
                moved += statement.executeUpdate();
            }
        }
        if (!fresh.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(arrive)) {
                set(statement, 1, "text", fresh, Move::territory);
                set(statement, 2, "bigint", fresh, Move::to);
                set(statement, 3, "text", fresh, Move::at);
                statement.setString(4, ReadModel.FINGERPRINT);
                moved += statement.executeUpdate();
            }
        }
        expect(moved, territories.size(), "territories");
    }

    private record Move(String territory, long from, long to, String at) {}

    /** In one order for all writers, so that they wait for one another and never both. */
    private static List<Move> moves(Map<String, Batch.Moved> territories, Predicate<Batch.Moved> which) {
        return territories.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .map(each -> move(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Move::territory))
                .toList();
    }

    private static Move move(String territory, Batch.Moved moved) {
        Projected to = moved.to();
        return new Move(
                territory,
                moved.from(),
                to.position(),
                String.valueOf(to.register().recordedAt()));
    }

    private void end(List<Batch.Ended<Batch.SpanKey>> ended, Connection connection) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(close)) {
            set(statement, 1, "text", ended, each -> each.key().territory());
            set(statement, 2, "text", ended, each -> code(each.key()));
            set(statement, 3, "text", ended, each -> each.key().subject().key());
            set(statement, 4, "bigint", ended, each -> each.key().openedBy());
            set(statement, 5, "integer", ended, each -> each.key().ordinal());
            set(statement, 6, "text", ended, BatchWriter::endedAt);
            set(statement, 7, "bigint", ended, BatchWriter::endedBy);
            expect(statement.executeUpdate(), ended.size(), "spans");
        }
    }

    private void takeBack(List<Batch.Ended<Batch.RemarkKey>> ended, Connection connection) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(takeBack)) {
            set(statement, 1, "text", ended, each -> each.key().territory());
            set(statement, 2, "uuid", ended, each -> each.key().remark().target());
            set(statement, 3, "text", ended, each -> each.key().remark().kind().code());
            set(statement, 4, "uuid", ended, each -> each.key().remark().entryId());
            set(statement, 5, "text", ended, BatchWriter::endedAt);
            set(statement, 6, "bigint", ended, BatchWriter::endedBy);
            expect(statement.executeUpdate(), ended.size(), "remarks");
        }
    }

    private static String code(Batch.SpanKey key) {
        return key.subject().kind().code();
    }

    private static String endedAt(Batch.Ended<?> ended) {
        return ended.end().recordedAt().toString();
    }

    private static long endedBy(Batch.Ended<?> ended) {
        return ended.end().position();
    }

    private static void expect(long changed, long expected, String what) {
        if (changed != expected) {
            throw new StaleProjectionException(
                    "%d of %d %s are not where this process left them".formatted(expected - changed, expected, what));
        }
    }

    private static <T> void set(
            PreparedStatement statement, int parameter, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
    }
}
