package fr.jalon.readmodel.question;

import fr.jalon.answers.KnownAt;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The things that registers have names for: found by what people type of them, called by what they are. */
public final class KnownNames {
    private final JdbcClient jdbc;

    public KnownNames(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /**
     * A thing by the name that it was given last.
     *
     * @param territories those whose registers name it
     */
    public record Known(String kind, String id, String name, List<String> territories) {}

    private static final String HAVING = """
            select split_part(key, '/', 1) as kind, split_part(key, '/', 2) as id, name, territories,
                   row_number() over (order by not starts_with(folded, :text),
                       strpos(' ' || folded, ' ' || :text) = 0, folded collate "C", key) as number
            from (
                select key,
                       (array_agg(value ->> 'name' order by lower(recorded) desc, territory))[1] as name,
                       (array_agg(folded order by lower(recorded) desc, territory))[1] as folded,
                       array_agg(territory order by territory) as territories
                from projection.span
                where subject = 'name' and recorded @> :known_at
                  and (:kind::text is null or starts_with(key, :kind || '/'))
                group by key) known
            where strpos(folded, :text) > 0
            order by number
            limit :limit
            """;

    /**
     * Those whose name has a text somewhere in it: first where it begins with it, then where a word does.
     *
     * @param kind only things of this kind
     * @param text without case and accents, as names are kept to be compared
     * @param frontier what was found before: the answer is of the same copy of the read models
     */
    public List<Known> having(String text, @Nullable String kind, KnownAt knownAt, int limit, Frontier frontier) {
        return jdbc.sql(ResultRows.OF_COPY.formatted(HAVING) + "order by found.number")
                .param("known_at", ResultRows.parameter(knownAt.instant()))
                .param("kind", kind)
                .param("text", text)
                .param("limit", limit)
                .query((ResultSetExtractor<List<Known>>)
                        rows -> ResultRows.ofSameCopy(frontier, rows, "id", (row, number) -> known(row)));
    }

    /** What these things are called in a register, as far as it is known; what nobody named is not among them. */
    public Map<Subject, String> in(Knowledge known, Collection<Subject> things) {
        Map<Subject, String> names = new TreeMap<>();
        if (known.recordedAt() == null || things.isEmpty()) {
            return names;
        }
        jdbc.sql("""
                        select t.position as read_through, s.key, s.value ->> 'name' as name
                        from projection.territory t
                        left join projection.span s on s.territory = t.territory and s.subject = 'name'
                            and s.key = any(:keys) and s.recorded @> :known_at
                        where t.territory = :territory
                        """)
                .param("territory", known.territory())
                .param("keys", things.stream().map(Subject::key).toArray(String[]::new))
                .param("known_at", ResultRows.parameter(known.recordedAt()))
                .query((ResultSetExtractor<Map<Subject, String>>) rows -> {
                    while (rows.next()) {
                        ResultRows.requireReadThrough(known.position(), rows);
                        if (rows.getString("key") != null) {
                            names.put(CompanionKind.NAME.of(rows.getString("key")), rows.getString("name"));
                        }
                    }
                    return names;
                });
        return names;
    }

    /** The same of several registers, each with what things are called there. */
    public Map<String, Map<Subject, String>> in(Map<String, Set<Subject>> things, KnownAt knownAt, Frontier frontier) {
        List<Map.Entry<String, String>> wanted = things.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(thing -> Map.entry(each.getKey(), thing.key())))
                .toList();
        Map<String, Map<Subject, String>> names = new HashMap<>();
        if (!wanted.isEmpty()) {
            jdbc.sql(ResultRows.OF_COPY.formatted("""
                            select s.territory, s.key, s.value ->> 'name' as name
                            from unnest(:territories::text[], :keys::text[]) as wanted (territory, key)
                            join projection.span s on s.territory = wanted.territory and s.subject = 'name'
                                and s.key = wanted.key and s.recorded @> :known_at
                            """))
                    .param("territories", wanted.stream().map(Map.Entry::getKey).toArray(String[]::new))
                    .param("keys", wanted.stream().map(Map.Entry::getValue).toArray(String[]::new))
                    .param("known_at", ResultRows.parameter(knownAt.instant()))
                    .query((ResultSetExtractor<List<String>>) rows -> ResultRows.ofSameCopy(
                            frontier,
                            rows,
                            "key",
                            (row, number) -> names.computeIfAbsent(row.getString("territory"), _ -> new TreeMap<>())
                                    .put(CompanionKind.NAME.of(row.getString("key")), row.getString("name"))));
        }
        return names;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getString("kind"), row.getString("id"), row.getString("name"), List.of((String[])
                row.getArray("territories").getArray()));
    }
}
