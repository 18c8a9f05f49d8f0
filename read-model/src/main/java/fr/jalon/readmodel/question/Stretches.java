package fr.jalon.readmodel.question;

import fr.jalon.answers.Fact;
import fr.jalon.answers.Sight;
import fr.jalon.answers.Stretch;
import fr.jalon.answers.Stretch.Edge;
import fr.jalon.answers.Stretch.Rectangle;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values of one territory over all their days, as its register knows them and as it came to know them. */
public final class Stretches {
    private final JdbcClient jdbc;
    private final AmountsSeen amounts;

    public Stretches(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
        this.amounts = new AmountsSeen(jdbc);
    }

    /** Those that begin, end or hold on one of these days, with all announcements and all names. */
    public List<Stretch> touching(Knowledge known, Window days, Sight sight) {
        return find(known, days, null, null, sight);
    }

    /**
     * Those of all days, with all announcements and all names.
     *
     * @param kind of facts alone of this kind; of all where it is null
     * @param key of that one of them alone; of all where it is null
     */
    public List<Stretch> of(Knowledge known, @Nullable FactKind kind, @Nullable String key, Sight sight) {
        return find(known, new Window(Days.ALWAYS, Days.NEVER), kind, key, sight);
    }

    private List<Stretch> find(
            Knowledge known, Window days, @Nullable FactKind kind, @Nullable String key, Sight sight) {
        if (known.recordedAt() == null) {
            return List.of();
        }
        List<Stretch> found = jdbc.sql("""
                        select t.position as read_through,
                               subject, key, value, since, until, entries, contested,
                               false as is_certain, false as is_held,
                               lower(possible) as possible_from, upper(possible) as possible_to,
                               certain is not null as may_be_certain,
                               lower(certain) as certain_from, upper(certain) as certain_to
                        from projection.territory t
                        left join projection.span s on s.territory = t.territory and recorded @> :known_at
                            and (subject in ('name', 'outlook')
                                 or (coalesce(lower(possible) <= :to, true)
                                     and coalesce(upper(possible) >= :from, true)
                                     and (:kind::text is null or subject = :kind)
                                     and (:key::text is null or key = :key)))
                        where t.territory = :territory
                        """)
                .param("territory", known.territory())
                .param("known_at", ResultRows.parameter(known.recordedAt()))
                .param("from", days.earliest())
                .param("to", days.latest())
                .param("kind", kind == null ? null : kind.code())
                .param("key", key)
                .query((ResultSetExtractor<List<Stretch>>) rows -> stretches(rows, known.position()));
        return amounts.stretches(known.territory(), known.recordedAt(), found, sight);
    }

    /**
     * The rectangles of one subject in the order of the entries that brought them, as far as the register was known:
     * one that a later entry closed is open. All names that things had then come with them.
     */
    public List<Rectangle> rectangles(Knowledge known, Subject subject, Sight sight) {
        if (known.recordedAt() == null) {
            return List.of();
        }
        List<Rectangle> found = jdbc.sql("""
                        select t.position as read_through,
                               subject, key, value, since, until, entries, contested,
                               false as is_certain, false as is_held,
                               lower(possible) as possible_from, upper(possible) as possible_to,
                               certain is not null as may_be_certain,
                               lower(certain) as certain_from, upper(certain) as certain_to,
                               opened_by, lower(recorded) as opened_at,
                               case when closed_by <= :position then closed_by end as closed_by,
                               upper(recorded) as closed_at
                        from projection.territory t
                        left join projection.span s on s.territory = t.territory
                            and ((subject = :subject and key = :key and opened_by <= :position)
                                 or (subject = 'name' and recorded @> :known_at))
                        where t.territory = :territory
                        order by opened_by, ordinal
                        """)
                .param("territory", known.territory())
                .param("subject", subject.kind().code())
                .param("key", subject.key())
                .param("position", known.position())
                .param("known_at", ResultRows.parameter(known.recordedAt()))
                .query((ResultSetExtractor<List<Rectangle>>) rows -> rectangles(rows, known.position()));
        List<Stretch> seen = amounts.stretches(
                known.territory(),
                known.recordedAt(),
                found.stream().map(Rectangle::stretch).toList(),
                sight);
        return IntStream.range(0, found.size())
                .mapToObj(i -> found.get(i).with(seen.get(i)))
                .toList();
    }

    private static List<Rectangle> rectangles(ResultSet rows, long through) throws SQLException {
        List<Rectangle> rectangles = new ArrayList<>();
        if (!rows.next()) {
            throw ResultRows.behind();
        }
        do {
            ResultRows.requireReadThrough(through, rows);
            if (rows.getString("subject") != null) {
                Edge from = Objects.requireNonNull(edge(rows, "opened"));
                rectangles.add(new Rectangle(stretch(rows), from, edge(rows, "closed")));
            }
        } while (rows.next());
        return rectangles;
    }

    private static @Nullable Edge edge(ResultSet row, String how) throws SQLException {
        long position = row.getLong(how + "_by");
        return row.wasNull() ? null : new Edge(position, Objects.requireNonNull(ResultRows.instant(row, how + "_at")));
    }

    private static List<Stretch> stretches(ResultSet rows, long through) throws SQLException {
        List<Stretch> stretches = new ArrayList<>();
        if (!rows.next()) {
            throw ResultRows.behind();
        }
        do {
            ResultRows.requireReadThrough(through, rows);
            if (rows.getString("subject") != null) {
                stretches.add(stretch(rows));
            }
        } while (rows.next());
        return stretches;
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        Fact fact = ResultRows.fact(row);
        return new Stretch(
                fact.subject(),
                fact.value(),
                range(row, "possible"),
                row.getBoolean("may_be_certain") ? range(row, "certain") : null,
                fact.since(),
                fact.until(),
                fact.entries(),
                fact.contested());
    }

    private static DayRange range(ResultSet row, String name) throws SQLException {
        LocalDate from = row.getObject(name + "_from", LocalDate.class);
        LocalDate to = row.getObject(name + "_to", LocalDate.class);
        return new DayRange(from == null ? Days.ALWAYS : from, to == null ? Days.NEVER : to);
    }
}
