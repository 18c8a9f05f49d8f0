package fr.jalon.query;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import fr.jalon.postgres.Role;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** A log and the read models that it makes, written as plainly as they are defined: a row is a span and its while. */
public final class ReadModels {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient log;
    private final JdbcClient models;
    private final Map<String, Register> registers = new HashMap<>();
    private final Map<String, Map<Span, Long>> open = new HashMap<>();
    private long index;
    private long rows;

    public ReadModels() {
        Migrations.run(database.dataSource(Role.OWNER));
        log = JdbcClient.create(pool(Role.OWNER));
        models = JdbcClient.create(pool(Role.QUERY));
        JdbcClient.create(database.dataSource(Role.ADMIN))
                .sql("create extension btree_gist")
                .update();
        models.sql("create schema projection; set search_path = projection;" + read("tables.sql") + read("indexes.sql"))
                .update();
    }

    /** To sign in for each statement would take longer than all the rest. */
    private DataSource pool(Role role) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource(role));
        pool.setMaximumPoolSize(2);
        return pool;
    }

    public TestDatabase database() {
        return database;
    }

    public Register register(String territory) {
        return registers.getOrDefault(territory, Register.empty());
    }

    /** Records an entry and lets it be read. */
    public Recorded record(Instant recordedAt, Entry entry) {
        Recorded recorded = recordUnread(recordedAt, entry);
        project(entry.territory(), recorded);
        return recorded;
    }

    public Recorded record(String recordedAt, String json) {
        return record(Instant.parse(recordedAt), EntryJson.read(json));
    }

    /** Recorded a microsecond apart, on a day that all tests of all territories look back on. */
    public void record(String territory, int number, String content) {
        ObjectNode entry = (ObjectNode) Json.parse("{" + content + "}");
        entry.put("entryId", id(territory, number));
        entry.put("territory", territory);
        record("2024-05-01T10:00:00.%06dZ".formatted(number), entry.toString());
    }

    /** The id of the entry recorded so. */
    public static String id(String territory, int number) {
        return "%08x-0000-0000-0000-%012d".formatted(territory.hashCode(), number);
    }

    /** Records an entry that nobody reads yet. */
    public Recorded recordUnread(Instant recordedAt, Entry entry) {
        long position = register(entry.territory()).position() + 1;
        log.sql("insert into events.event values (?, ?, ?, ?, ?, ?, '1', ?, '{}')")
                .params(
                        ++index,
                        entry.entryId(),
                        entry.territory(),
                        position,
                        recordedAt.atOffset(ZoneOffset.UTC),
                        EntryType.of(entry).name(),
                        EntryJson.write(entry))
                .update();
        return new Recorded(position, recordedAt, entry);
    }

    /** Reads an entry that was recorded. */
    public void project(String territory, Recorded recorded) {
        Register before = register(territory);
        Register after = before.with(recorded);
        registers.put(territory, after);
        Map<Span, Long> rows = open.computeIfAbsent(territory, none -> new HashMap<>());
        List<Span> now = after.subjects().stream()
                .flatMap(subject -> after.spans(subject).stream())
                .toList();
        for (Span gone : new ArrayList<>(rows.keySet())) {
            if (!now.contains(gone)) {
                close(territory, Objects.requireNonNull(rows.remove(gone)), recorded);
            }
        }
        for (Span span : now) {
            if (!rows.containsKey(span)) {
                rows.put(span, open(territory, span, recorded));
            }
        }
        entry(territory, recorded);
    }

    private void entry(String territory, Recorded recorded) {
        Entry entry = recorded.entry();
        if (entry instanceof RegisterEntry remark) {
            remark(territory, recorded, remark);
        }
        models.sql("""
                        insert into projection.entry
                            (territory, position, global_index, entry_id, recorded_at, type, actor, role, status, content)
                        values (?, ?, ?, ?, ?, ?, 'national', 'national', ?, ?)
                        """)
                .params(
                        territory,
                        recorded.position(),
                        index,
                        entry.entryId(),
                        recorded.recordedAt().atOffset(ZoneOffset.UTC),
                        EntryType.of(entry).name(),
                        entry.header().status().code(),
                        EntryJson.write(entry))
                .update();
        models.sql("""
                        insert into projection.territory values (?, ?, ?)
                        on conflict (territory) do update
                            set position = excluded.position, recorded_at = excluded.recorded_at
                        """)
                .params(territory, recorded.position(), recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is later taken back stays here: only the projection's own tests ask for more. */
    private void remark(String territory, Recorded recorded, RegisterEntry remark) {
        String kind = switch (remark) {
            case EntryCorrected ignored -> "corrected";
            case EntryRetracted ignored -> "retracted";
            case EntryContested ignored -> "contested";
            case AnnouncementAbandoned ignored -> "abandoned";
        };
        models.sql("insert into projection.remark values (?, ?, ?, ?, ?, ?)")
                .params(
                        territory,
                        remark.target(),
                        kind,
                        remark.entryId(),
                        recorded.position(),
                        recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private long open(String territory, Span span, Recorded recorded) {
        long ordinal = ++rows;
        models.sql("""
                        insert into projection.span
                            (territory, subject, key, value, possible, certain, recorded, since, until, entries,
                             contested, opened_by, ordinal)
                        values (?, ?, ?, ?::jsonb, ?::daterange, ?::daterange, tstzrange(?, null), ?, ?, ?, ?, ?, ?)
                        """)
                .params(List.of(
                        territory,
                        span.subject().kind().code(),
                        span.subject().key(),
                        EntryJson.nameless(span.value()).toString(),
                        Objects.requireNonNull(range(span.possible()))))
                .param(range(span.certain()))
                .param(recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .param(span.since())
                .param(span.until())
                .param(span.entries().toArray(UUID[]::new))
                .param(span.contested())
                .param(recorded.position())
                .param(ordinal)
                .update();
        return ordinal;
    }

    private void close(String territory, long ordinal, Recorded recorded) {
        models.sql("""
                        update projection.span set recorded = tstzrange(lower(recorded), ?)
                        where territory = ? and ordinal = ?
                        """)
                .params(recorded.recordedAt().atOffset(ZoneOffset.UTC), territory, ordinal)
                .update();
    }

    private static @Nullable String range(@Nullable DayRange days) {
        return days == null
                ? null
                : "[" + (Days.isBounded(days.from()) ? days.from() : "") + ","
                        + (Days.isBounded(days.to()) ? days.to() : "") + ")";
    }

    private static String read(String resource) {
        try (InputStream sql = ReadModels.class.getResourceAsStream("/fr/jalon/readmodel/projection/" + resource)) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
