package fr.jalon.readmodel.question;

import fr.jalon.answers.KnownAt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The things that registers have names for, found by what people type of them. */
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

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getString("kind"), row.getString("id"), row.getString("name"), List.of((String[])
                row.getArray("territories").getArray()));
    }
}
