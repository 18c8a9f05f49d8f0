package fr.jalon.readmodel.question;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Fact;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.Sight;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was true on a day, as far as the register was known: one territory or all, each in one query; in two or three
 * where a register has many more names and subjects than an answer tells.
 */
public final class States {
    /** From so many entries on, names and subjects that an answer does not tell are more than those that it does. */
    private static final long LARGE = 1_000;

    private static final String VISIBLE = """
            select point.number, t.position as read_through, s.subject, s.key, s.value,
                   s.since, s.until, s.entries, s.contested,
                   coalesce(s.certain @> point.as_of, false) as is_certain,
                   coalesce(s.held @> point.as_of, false) as is_held
            from projection.territory t
            cross join unnest(:days::text[]::date[], :instants::text[]::timestamptz[])
                with ordinality as point (as_of, known_at, number)
            left join projection.span s
                on s.territory = t.territory and s.possible @> point.as_of and s.recorded @> point.known_at %s
            where t.territory = :territory
            order by lower(s.possible) nulls first, upper(s.possible) nulls last,
                     s.since collate "C", s.entries
            """;
    private static final String ALL = VISIBLE.formatted("");
    private static final String UNNAMED = VISIBLE.formatted("and s.subject <> 'name'");
    private static final String SOME = VISIBLE.formatted("""
            and (s.subject, s.key) in (
                select subject, key from unnest(:subjects::text[], :keys::text[]) as wanted (subject, key))""");

    private final JdbcClient jdbc;
    private final AmountsSeen amounts;
    private final KnownNames names;
    private final long large;

    public States(DataSource readModels) {
        this(readModels, LARGE);
    }

    /** @param large from how many entries on a register is not read whole for what speaks of some of it */
    public States(DataSource readModels, long large) {
        this.jdbc = JdbcClient.create(readModels);
        this.amounts = new AmountsSeen(jdbc);
        this.names = new KnownNames(readModels);
        this.large = large;
    }

    /** A point of both axes, in one register. */
    public record Point(Knowledge known, AsOf asOf) {}

    /** A territory's state, as it is seen. */
    public RegisterState one(Knowledge known, AsOf asOf, Sight sight) {
        return at(known.territory(), sight, new Point(known, asOf)).getFirst();
    }

    /** A territory's states at these points, in their order. */
    public List<RegisterState> at(String territory, Sight sight, Point... points) {
        return Stream.of(points).anyMatch(point -> isLarge(point.known()))
                ? withNames(territory, sight, visible(UNNAMED, territory, List.of(), points), points)
                : states(
                        points,
                        visible(ALL, territory, List.of(), points),
                        (point, visible) -> RegisterState.of(
                                territory,
                                point.asOf(),
                                point.known().position(),
                                seen(territory, point, visible, sight)));
    }

    /**
     * A territory's states on a day, as known before and after: of a large register those subjects alone of which
     * something else was known.
     */
    public List<RegisterState> learned(String territory, Sight sight, AsOf asOf, Knowledge before, Knowledge after) {
        Point[] points = {new Point(before, asOf), new Point(after, asOf)};
        // Who sees some amounts only may see another one of what is as it was.
        if ((!isLarge(before) && !isLarge(after)) || !sight.isOfAll()) {
            return at(territory, sight, points);
        }
        List<Subject> moved = moved(territory, asOf, before, after);
        // Another name is another value of whatever speaks of the thing.
        return moved.stream().anyMatch(subject -> subject.kind() == CompanionKind.NAME)
                ? at(territory, sight, points)
                : withNames(territory, sight, visible(SOME, territory, moved, points), points);
    }

    private boolean isLarge(Knowledge known) {
        return known.position() >= large;
    }

    private List<Subject> moved(String territory, AsOf asOf, Knowledge before, Knowledge after) {
        return jdbc.sql("""
                        select distinct t.position as read_through, s.subject, s.key
                        from projection.territory t
                        left join projection.span s on s.territory = t.territory and s.possible @> :as_of
                            and coalesce(s.recorded @> :before::timestamptz, false)
                                <> coalesce(s.recorded @> :after::timestamptz, false)
                        where t.territory = :territory
                        """)
                .param("as_of", asOf.day())
                .param("before", instant(before))
                .param("after", instant(after))
                .param("territory", territory)
                .query((ResultSetExtractor<List<Subject>>) rows -> {
                    List<Subject> moved = new ArrayList<>();
                    if (!rows.next()) {
                        throw ResultRows.behind();
                    }
                    do {
                        ResultRows.requireReadThrough(Math.max(before.position(), after.position()), rows);
                        if (rows.getString("subject") != null) {
                            moved.add(ResultRows.subject(rows));
                        }
                    } while (rows.next());
                    return moved;
                });
    }

    private static @Nullable String instant(Knowledge known) {
        return Objects.toString(known.recordedAt(), null);
    }

    private List<List<Fact>> visible(String query, String territory, List<Subject> subjects, Point... points) {
        return jdbc.sql(query)
                .param(
                        "days",
                        Stream.of(points).map(point -> point.asOf().toString()).toArray(String[]::new))
                .param(
                        "instants",
                        Stream.of(points).map(point -> instant(point.known())).toArray(String[]::new))
                .param(
                        "subjects",
                        subjects.stream().map(subject -> subject.kind().code()).toArray(String[]::new))
                .param("keys", subjects.stream().map(Subject::key).toArray(String[]::new))
                .param("territory", territory)
                .query((ResultSetExtractor<List<List<Fact>>>) rows -> byNumber(rows, points));
    }

    private static List<RegisterState> states(
            Point[] points, List<List<Fact>> visible, BiFunction<Point, List<Fact>, RegisterState> state) {
        return IntStream.range(0, points.length)
                .mapToObj(i -> state.apply(points[i], visible.get(i)))
                .toList();
    }

    /** With the names of what is told, and no others. */
    private List<RegisterState> withNames(String territory, Sight sight, List<List<Fact>> visible, Point... points) {
        return states(points, visible, (point, facts) -> {
            Set<Subject> things = new LinkedHashSet<>();
            things.add(Names.of("territory", territory));
            facts.forEach(fact -> things.addAll(Names.mentionedIn(fact.value())));
            return RegisterState.of(
                    territory,
                    point.asOf(),
                    point.known().position(),
                    seen(territory, point, facts, sight),
                    names.in(point.known(), things));
        });
    }

    private List<Fact> seen(String territory, Point point, List<Fact> facts, Sight sight) {
        return amounts.facts(territory, point.known().recordedAt(), facts, sight);
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
