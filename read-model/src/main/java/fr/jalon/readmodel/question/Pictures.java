package fr.jalon.readmodel.question;

import fr.jalon.answers.Rectangle;
import fr.jalon.answers.Sight;
import fr.jalon.answers.Stretch;
import fr.jalon.events.meaning.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One subject's values over all their days and all the time that the register held them. */
public final class Pictures {
    private final JdbcClient jdbc;
    private final AmountsSeen amounts;

    public Pictures(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
        this.amounts = new AmountsSeen(jdbc);
    }

    /**
     * Its rectangles in the order of the entries that brought them, as far as the register was known: one that a later
     * entry closed is open. All names that things had then come with them.
     */
    public List<Rectangle> of(Knowledge known, Subject subject, Sight sight) {
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
                Rectangle.Edge from = Objects.requireNonNull(edge(rows, "opened"));
                rectangles.add(new Rectangle(Stretches.stretch(rows), from, edge(rows, "closed")));
            }
        } while (rows.next());
        return rectangles;
    }

    private static Rectangle.@Nullable Edge edge(ResultSet row, String how) throws SQLException {
        long position = row.getLong(how + "_by");
        return row.wasNull()
                ? null
                : new Rectangle.Edge(position, Objects.requireNonNull(ResultRows.instant(row, how + "_at")));
    }
}
