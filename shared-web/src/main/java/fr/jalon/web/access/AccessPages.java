package fr.jalon.web.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the access record, the latest first. */
public final class AccessPages {
    private final JdbcClient jdbc;

    public AccessPages(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** What was written down, under which number, when. */
    public record Row(long number, Instant at, Access access) {}

    /**
     * Which of it.
     *
     * @param before the number that all are below
     * @param from no earlier
     * @param to earlier than this
     */
    public record Selection(
            long before,
            @Nullable String account,
            @Nullable AccessKind kind,
            @Nullable Instant from,
            @Nullable Instant to,
            int most) {}

    public List<Row> page(Selection selection) {
        return jdbc.sql("""
                        select number, at, kind, account, role, operation, about, code, address, request, left_out
                        from access.record
                        where number < :before
                          and (:account::text is null or account = :account)
                          and (:kind::text is null or kind = :kind)
                          and (:from::timestamptz is null or at >= :from)
                          and (:to::timestamptz is null or at < :to)
                        order by number desc
                        limit :most
                        """)
                .param("before", selection.before())
                .param("account", selection.account())
                .param(
                        "kind",
                        selection.kind() == null ? null : selection.kind().code())
                .param("from", utc(selection.from()))
                .param("to", utc(selection.to()))
                .param("most", selection.most())
                .query(AccessPages::row)
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        Access access = new Access(
                AccessKind.valueOf(
                        row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("account"),
                row.getString("role"),
                row.getString("operation"),
                row.getString("about"),
                row.getString("code"),
                new Access.Origin(row.getString("address"), row.getString("request")),
                row.getLong("left_out"));
        return new Row(
                row.getLong("number"), row.getObject("at", OffsetDateTime.class).toInstant(), access);
    }
}
