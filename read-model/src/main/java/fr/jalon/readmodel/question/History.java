package fr.jalon.readmodel.question;

import fr.jalon.answers.Sight;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Remark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** All that was recorded, in recorded order or the newest first, each entry with what was later said of it. */
public final class History {
    private static final String COLUMNS = """
            select e.entry_id, e.position, e.recorded_at, e.actor, e.role, e.type, e.content,
                   (select json_object_agg(r.kind, r.ids)
                    from (select kind, json_agg(entry_id order by position) as ids
                          from projection.remark
                          where target = e.entry_id and position <= :through
                            and (taken_back_by is null or taken_back_by > :through)
                          group by kind) r) as remarks
            from projection.entry e
            """;

    /** What is found, beside how far the territory is read: a row even where nothing is. */
    private static final String READ = """
            select t.position as read_through, item.*
            from projection.territory t
            left join lateral (%s) item on true
            where t.territory = :territory
            order by item.position%s
            """;

    private final JdbcClient jdbc;
    private final AmountsSeen amounts;

    public History(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
        this.amounts = new AmountsSeen(jdbc);
    }

    /**
     * One entry of the history.
     *
     * @param content its canonical JSON, as recorded, less what is not for the reader
     * @param remarks ids of the entries that speak of it, by what they say, in recorded order
     */
    public record Item(
            UUID entryId,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            String type,
            String content,
            Map<Remark.Kind, List<UUID>> remarks) {
        Item with(String seen) {
            return new Item(entryId, position, recordedAt, actor, role, type, seen, remarks);
        }
    }

    /** That an entry was recorded, and when. */
    public record Recording(long position, Instant recordedAt) {}

    /**
     * Which entries: those after a position in this order, of a type, recorded in [from, to).
     *
     * @param through the last position to read, of entries and of what was said of them
     * @param limit how many at most
     */
    public record Selection(
            RecordedOrder order,
            long after,
            long through,
            @Nullable String type,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit) {}

    /** A page of a territory's history. */
    public List<Item> page(String territory, Selection selection, Sight sight) {
        RecordedOrder order = selection.order();
        List<Item> found = jdbc.sql(
                        READ.formatted(COLUMNS + """
                        where e.territory = :territory and e.position %s :after and e.position <= :through
                          and (:type::text is null or e.type = :type)
                          and (:from::timestamptz is null or e.recorded_at >= :from)
                          and (:to::timestamptz is null or e.recorded_at < :to)
                        order by e.position%s
                        limit :limit
                        """.formatted(order.beyond(), order.direction()), order.direction()))
                .param("territory", territory)
                .param("after", selection.after())
                .param("through", selection.through())
                .param("type", selection.type())
                .param("from", selection.from() == null ? null : ResultRows.parameter(selection.from()))
                .param("to", selection.to() == null ? null : ResultRows.parameter(selection.to()))
                .param("limit", selection.limit())
                .query((ResultSetExtractor<List<Item>>) rows -> items(rows, selection.through()));
        return amounts.entries(found, sight);
    }

    /** When a territory's entries were recorded, by position, after this one. */
    public List<Recording> recordings(String territory, long after, int limit) {
        return jdbc.sql("""
                        select position, recorded_at
                        from projection.entry
                        where territory = :territory and position > :after
                        order by position
                        limit :limit
                        """)
                .param("territory", territory)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Recording(
                        row.getLong("position"), Objects.requireNonNull(ResultRows.instant(row, "recorded_at"))))
                .list();
    }

    /** One entry, with what was said of it up to a position; none if it came after that. */
    public Optional<Item> one(String territory, UUID entryId, long through, Sight sight) {
        List<Item> found = jdbc.sql(READ.formatted(
                        COLUMNS + "where e.entry_id = :id and e.territory = :territory and e.position <= :through", ""))
                .param("territory", territory)
                .param("through", through)
                .param("id", entryId)
                .query((ResultSetExtractor<List<Item>>) rows -> items(rows, through));
        return amounts.entries(found, sight).stream().findFirst();
    }

    /** The numbers of these entries in their registers. */
    public Map<UUID, Long> numbers(Collection<UUID> entries) {
        Map<UUID, Long> numbers = new HashMap<>();
        if (!entries.isEmpty()) {
            jdbc.sql("select entry_id, position from projection.entry where entry_id = any(:ids)")
                    .param("ids", entries.toArray(UUID[]::new))
                    .query(row -> {
                        numbers.put(row.getObject("entry_id", UUID.class), row.getLong("position"));
                    });
        }
        return numbers;
    }

    /** Whether these entries are read, and none of them tells an amount that is not for the reader. */
    public boolean areSeen(Collection<UUID> entries, Sight sight) {
        if (sight.isOfAll()) {
            return true;
        }
        List<Item> found = jdbc.sql(COLUMNS + "where e.entry_id = any(:ids)")
                .param("ids", entries.toArray(UUID[]::new))
                .param("through", Long.MAX_VALUE)
                .query((row, number) -> item(row))
                .list();
        return found.size() == entries.size() && amounts.entries(found, sight).equals(found);
    }

    private static List<Item> items(ResultSet rows, long through) throws SQLException {
        if (!rows.next()) {
            throw ResultRows.behind();
        }
        List<Item> items = new ArrayList<>();
        do {
            ResultRows.requireReadThrough(through, rows);
            if (rows.getString("entry_id") != null) {
                items.add(item(rows));
            }
        } while (rows.next());
        return items;
    }

    static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("entry_id", UUID.class),
                row.getLong("position"),
                Objects.requireNonNull(ResultRows.instant(row, "recorded_at")),
                row.getString("actor"),
                row.getString("role"),
                row.getString("type"),
                row.getString("content"),
                remarks(row.getString("remarks")));
    }

    private static Map<Remark.Kind, List<UUID>> remarks(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        JsonNode said = Json.stored(json);
        Map<Remark.Kind, List<UUID>> remarks = new EnumMap<>(Remark.Kind.class);
        for (Remark.Kind kind : Remark.Kind.values()) {
            List<UUID> ids = said.path(kind.code())
                    .valueStream()
                    .map(id -> UUID.fromString(id.stringValue()))
                    .toList();
            if (!ids.isEmpty()) {
                remarks.put(kind, ids);
            }
        }
        return remarks;
    }
}
