package fr.jalon.readmodel.question;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Fact;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was true on a day, as known at an instant: one territory or all, each in one query. */
public final class States {
    private final JdbcClient jdbc;

    public States(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /** How far a territory's register is known; empty where nobody opened it. */
    public Optional<Known> known(String territory, KnownAt knownAt) {
        return jdbc.sql("""
                        select t.recorded_at as last_recorded_at, k.position, k.recorded_at
                        from projection.territory t
                        left join lateral (
                            select e.position, e.recorded_at
                            from projection.entry e
                            where e.territory = t.territory and e.recorded_at <= :known_at
                            order by e.recorded_at desc
                            limit 1) k on true
                        where t.territory = :territory
                        """)
                .param("territory", territory)
                .param("known_at", instant(territory, knownAt))
                .query((row, number) -> known(row))
                .optional();
    }

    /** A territory's state; empty where nobody opened it. */
    public Optional<Answer> one(String territory, AsOf asOf, KnownAt knownAt) {
        return jdbc
                .sql("""
                        select t.territory, t.recorded_at as last_recorded_at, k.position, k.recorded_at,
                               s.subject, s.key, s.value, s.since, s.until, s.entries, s.contested,
                               coalesce(s.certain @> :as_of, false) as is_certain
                        from projection.territory t
                        left join lateral (
                            select e.position, e.recorded_at
                            from projection.entry e
                            where e.territory = :territory and e.recorded_at <= :known_at
                            order by e.recorded_at desc
                            limit 1) k on true
                        left join projection.span s
                            on s.territory = :territory and s.possible @> :as_of and s.recorded @> :known_at
                        where t.territory = :territory
                        order by lower(s.possible) nulls first, upper(s.possible) nulls last,
                                 s.since collate "C", s.entries
                        """)
                .param("territory", territory)
                .param("as_of", asOf.day())
                .param("known_at", instant(territory, knownAt))
                .query(answers(asOf))
                .stream()
                .findFirst();
    }

    /** The state of every territory that was open then, in the order of their ids. */
    public List<Answer> all(AsOf asOf, KnownAt knownAt) {
        return jdbc.sql("""
                        select t.territory, t.recorded_at as last_recorded_at, k.position, k.recorded_at,
                               s.subject, s.key, s.value, s.since, s.until, s.entries, s.contested,
                               coalesce(s.certain @> :as_of, false) as is_certain
                        from projection.territory t
                        join lateral (
                            select e.position, e.recorded_at
                            from projection.entry e
                            where e.territory = t.territory and e.recorded_at <= :known_at
                            order by e.recorded_at desc
                            limit 1) k on true
                        left join projection.span s
                            on s.territory = t.territory and s.possible @> :as_of and s.recorded @> :known_at
                        order by t.territory, lower(s.possible) nulls first, upper(s.possible) nulls last,
                                 s.since collate "C", s.entries
                        """)
                .param("as_of", asOf.day())
                .param("known_at", Rows.parameter(knownAt))
                .query(answers(asOf));
    }

    private OffsetDateTime instant(String territory, KnownAt knownAt) {
        if (!(knownAt instanceof KnownAt.Through(long position))) {
            return Rows.parameter(knownAt);
        }
        return jdbc.sql("""
                        select recorded_at from projection.entry where territory = :territory and position = :position
                        """)
                .param("territory", territory)
                .param("position", position)
                .query(OffsetDateTime.class)
                .optional()
                .orElse(position == 0 ? OffsetDateTime.MIN : OffsetDateTime.MAX);
    }

    private static ResultSetExtractor<List<Answer>> answers(AsOf asOf) {
        return rows -> answers(rows, asOf);
    }

    private static List<Answer> answers(ResultSet rows, AsOf asOf) throws SQLException {
        Map<String, Known> known = new LinkedHashMap<>();
        Map<String, List<Fact>> visible = new LinkedHashMap<>();
        while (rows.next()) {
            String territory = rows.getString("territory");
            if (!known.containsKey(territory)) {
                known.put(territory, known(rows));
            }
            List<Fact> facts = visible.computeIfAbsent(territory, none -> new ArrayList<>());
            if (rows.getString("subject") != null) {
                facts.add(Rows.fact(rows));
            }
        }
        return known.entrySet().stream()
                .map(each -> new Answer(
                        RegisterState.of(
                                each.getKey(),
                                asOf,
                                each.getValue().position(),
                                Objects.requireNonNull(visible.get(each.getKey()))),
                        each.getValue()))
                .toList();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("position"),
                Rows.instant(row, "recorded_at"),
                Objects.requireNonNull(Rows.instant(row, "last_recorded_at")));
    }
}
