package fr.jalon.readmodel.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was recorded in all registers, in the log's order, with whether it is read already. */
public final class Changes {
    /** How far behind the log's end a territory that was never read yet is looked for. */
    private static final int RECENT = 2_000;

    private final JdbcClient jdbc;

    public Changes(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /**
     * An entry joined a register.
     *
     * @param index its place in the log of all registers
     * @param mark tells this entry from any other that may stand at its index once a log was put back; not a digest of
     *     what it says, by which a reader could try what is not for them
     * @param isRead whether the read models tell of it already
     */
    public record Change(
            long index,
            String mark,
            String territory,
            UUID entryId,
            long position,
            String type,
            Instant recordedAt,
            boolean isRead) {}

    /** The change at an index; none where the log has none there. */
    public Optional<Change> at(long index) {
        return after(index - 1, 1).stream()
                .filter(change -> change.index() == index)
                .findFirst();
    }

    /** The changes that follow an index. */
    public List<Change> after(long index, int limit) {
        return jdbc.sql("""
                        select e.global_index, e.territory, e.entry_id, e.position, e.type, e.recorded_at,
                               left(encode(sha256(convert_to(concat_ws(' ',
                                   e.entry_id, extract(epoch from e.recorded_at)), 'UTF8')), 'hex'), 16) as mark,
                               coalesce(t.position, 0) >= e.position as is_read
                        from (
                            select * from events.event
                            where global_index > :index
                            order by global_index
                            limit :limit) e
                        left join projection.territory t on t.territory = e.territory
                        order by e.global_index
                        """)
                .param("index", index)
                .param("limit", limit)
                .query((row, number) -> change(row))
                .list();
    }

    /** The index up to which all is read: the last before the first entry of any register that is not. */
    public long readUpTo() {
        return jdbc.sql("""
                        select least(
                            (select coalesce(max(global_index), 0) from events.event),
                            (select min(e.global_index) - 1
                             from projection.territory t
                             join events.event e on e.territory = t.territory and e.position = t.position + 1),
                            (select min(e.global_index) - 1
                             from (select * from events.event order by global_index desc limit :recent) e
                             where not exists (select from projection.territory t where t.territory = e.territory)))
                        """).param("recent", RECENT).query(Long.class).single();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("global_index"),
                row.getString("mark"),
                row.getString("territory"),
                row.getObject("entry_id", UUID.class),
                row.getLong("position"),
                row.getString("type"),
                Objects.requireNonNull(ResultRows.instant(row, "recorded_at")),
                row.getBoolean("is_read"));
    }
}
