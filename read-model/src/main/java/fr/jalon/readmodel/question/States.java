package fr.jalon.readmodel.question;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Fact;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was true on a day, as far as the register was known: one territory or all, each in one query. */
public final class States {
    private final JdbcClient jdbc;
    private final AmountsSeen amounts;

    public States(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
        this.amounts = new AmountsSeen(jdbc);
    }

    /** A point of both axes, in one register. */
    public record Point(Knowledge known, AsOf asOf) {}

    /** A territory's state, as it is seen. */
    public RegisterState one(Knowledge known, AsOf asOf, Sight sight) {
        return at(known.territory(), sight, new Point(known, asOf)).getFirst();
    }

    /** A territory's states at these points, in their order. */
    public List<RegisterState> at(String territory, Sight sight, Point... points) {
        List<List<Fact>> visible = jdbc.sql("""
                        select point.number, t.position as read_through, s.subject, s.key, s.value,
                               s.since, s.until, s.entries, s.contested,
                               coalesce(s.certain @> point.as_of, false) as is_certain,
                               coalesce(s.held @> point.as_of, false) as is_held
                        from projection.territory t
                        cross join unnest(:days::text[]::date[], :instants::text[]::timestamptz[])
                            with ordinality as point (as_of, known_at, number)
                        left join projection.span s
                            on s.territory = t.territory and s.possible @> point.as_of and s.recorded @> point.known_at
                        where t.territory = :territory
                        order by lower(s.possible) nulls first, upper(s.possible) nulls last,
                                 s.since collate "C", s.entries
                        """)
                .param(
                        "days",
                        Stream.of(points).map(point -> point.asOf().toString()).toArray(String[]::new))
                .param(
                        "instants",
                        Stream.of(points)
                                .map(point -> Objects.toString(point.known().recordedAt(), null))
                                .toArray(String[]::new))
                .param("territory", territory)
                .query((ResultSetExtractor<List<List<Fact>>>) rows -> byNumber(rows, points));
        return IntStream.range(0, points.length)
                .mapToObj(i -> state(territory, points[i], visible.get(i), sight))
                .toList();
    }

    private RegisterState state(String territory, Point point, List<Fact> found, Sight sight) {
        List<Fact> seen = amounts.facts(territory, point.known().recordedAt(), found, sight);
        return RegisterState.of(territory, point.asOf(), point.known().position(), seen);
    }

    /**
     * The state of every territory that was open then, in the order of their ids.
     *
     * @param frontier what was found before: the answer is of the same copy of the read models
     */
    public List<RegisterState> all(AsOf asOf, KnownAt knownAt, Frontier frontier, Sight sight) {
        List<Opened> found = jdbc.sql("""
                        select t.territory, k.position, 'projection.territory'::regclass::oid::bigint as copy,
                               s.subject, s.key, s.value, s.since, s.until, s.entries, s.contested,
                               coalesce(s.certain @> :as_of, false) as is_certain,
                               coalesce(s.held @> :as_of, false) as is_held
                        from (select) one
                        left join (
                            projection.territory t
                            join lateral (
                                select e.position
                                from projection.entry e
                                where e.territory = t.territory and e.recorded_at <= :known_at
                                order by e.recorded_at desc
                                limit 1) k on true) on true
                        left join projection.span s
                            on s.territory = t.territory and s.possible @> :as_of and s.recorded @> :known_at
                        order by t.territory, lower(s.possible) nulls first, upper(s.possible) nulls last,
                                 s.since collate "C", s.entries
                        """)
                .param("as_of", asOf.day())
                .param("known_at", ResultRows.parameter(knownAt.instant()))
                .query((ResultSetExtractor<List<Opened>>) rows -> byTerritory(rows, frontier));
        return found.stream()
                .map(each -> RegisterState.of(
                        each.territory(),
                        asOf,
                        each.position(),
                        amounts.facts(each.territory(), knownAt.instant(), each.visible(), sight)))
                .toList();
    }

    /** What is visible of a territory that was open. */
    private record Opened(String territory, long position, List<Fact> visible) {}

    private static List<List<Fact>> byNumber(ResultSet rows, Point... points) throws SQLException {
        List<List<Fact>> visible =
                Stream.<List<Fact>>generate(ArrayList::new).limit(points.length).toList();
        if (!rows.next()) {
            throw ResultRows.behind();
        }
        do {
            int number = rows.getInt("number") - 1;
            ResultRows.requireReadThrough(points[number].known().position(), rows);
            if (rows.getString("subject") != null) {
                visible.get(number).add(ResultRows.fact(rows));
            }
        } while (rows.next());
        return visible;
    }

    private static List<Opened> byTerritory(ResultSet rows, Frontier frontier) throws SQLException {
        Map<String, Long> positions = new LinkedHashMap<>();
        Map<String, List<Fact>> visible = new LinkedHashMap<>();
        while (rows.next()) {
            ResultRows.requireSameCopy(frontier, rows);
            String territory = rows.getString("territory");
            if (territory == null) {
                break;
            }
            positions.put(territory, rows.getLong("position"));
            List<Fact> facts = visible.computeIfAbsent(territory, none -> new ArrayList<>());
            if (rows.getString("subject") != null) {
                facts.add(ResultRows.fact(rows));
            }
        }
        return positions.entrySet().stream()
                .map(each ->
                        new Opened(each.getKey(), each.getValue(), Objects.requireNonNull(visible.get(each.getKey()))))
                .toList();
    }
}
