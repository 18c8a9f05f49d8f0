package fr.jalon.query.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that was recorded, in recorded order, each entry with what was later said of it. */
public final class History {
    private static final String COLUMNS = """
            select e.entry_id, e.position, e.recorded_at, e.actor, e.role, e.type, e.content,
                   (select json_object_agg(r.kind, r.ids)
                    from (select kind, json_agg(entry_id order by position) as ids
                          from projection.remark
                          where target = e.entry_id and taken_back_by is null
                          group by kind) r) as remarks
            from projection.entry e
            """;

    private final JdbcClient jdbc;

    public History(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /**
     * One entry of the history.
     *
     * @param content its canonical JSON, as recorded
     * @param remarks ids of the entries that speak of it, by kind, as a JSON object; null where there is none
     */
    public record Item(
            UUID entryId,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            String type,
            String content,
            @Nullable String remarks) {}

    /**
     * Which entries: those after a position, of a type, recorded in [from, to).
     *
     * @param limit how many at most
     */
    public record Selection(
            long after,
            @Nullable String type,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit) {}

    /** A page of a territory's history. */
    public List<Item> page(String territory, Selection selection) {
        return jdbc.sql(COLUMNS + """
                        where e.territory = :territory and e.position > :after
                          and (:type::text is null or e.type = :type)
                          and (:from::timestamptz is null or e.recorded_at >= :from)
                          and (:to::timestamptz is null or e.recorded_at < :to)
                        order by e.position
                        limit :limit
                        """)
                .param("territory", territory)
                .param("after", selection.after())
                .param("type", selection.type())
                .param("from", selection.from() == null ? null : Rows.parameter(selection.from()))
                .param("to", selection.to() == null ? null : Rows.parameter(selection.to()))
                .param("limit", selection.limit())
                .query(History::item)
                .list();
    }

    /** One entry. */
    public Optional<Item> one(String territory, UUID entryId) {
        return jdbc.sql(COLUMNS + "where e.entry_id = :id and e.territory = :territory")
                .param("territory", territory)
                .param("id", entryId)
                .query(History::item)
                .optional();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("entry_id", UUID.class),
                row.getLong("position"),
                Objects.requireNonNull(Rows.instant(row, "recorded_at")),
                row.getString("actor"),
                row.getString("role"),
                row.getString("type"),
                row.getString("content"),
                row.getString("remarks"));
    }
}
