package fr.jalon.readmodel.question;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Fact;
import fr.jalon.answers.KnownAt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is funded on a day, over all territories, by all funders. */
public final class AllFundings {
    private final JdbcClient jdbc;

    public AllFundings(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /**
     * One funding.
     *
     * @param values all that it may be, whoever gives it
     */
    public record Funding(String territory, List<Fact> values) {}

    /**
     * All fundings of a day.
     *
     * @param names what each funder was called last in the territories known to have ever been funded by it
     */
    public record Given(List<Funding> fundings, Map<String, String> names) {}

    /**
     * The fundings on a day, in the order of their territories and keys.
     *
     * @param frontier what was found before: the answer is of the same copy of the read models
     */
    public Given on(AsOf asOf, KnownAt knownAt, Frontier frontier) {
        return jdbc.sql("""
                        with given as materialized (
                            select *, value -> 'funder' ->> 'id' as funder
                            from projection.span
                            where subject = 'funding' and possible @> :as_of and recorded @> :known_at),
                        called as (
                            select distinct on (ever.funder) ever.funder, n.value ->> 'name' as name
                            from (select distinct value -> 'funder' ->> 'id' as funder, territory
                                  from projection.span
                                  where subject = 'funding' and lower(recorded) <= :known_at) ever
                            join projection.span n on n.subject = 'name' and n.territory = ever.territory
                                and n.key = 'organisation/' || ever.funder and n.recorded @> :known_at
                            where ever.funder in (select funder from given)
                            order by ever.funder, lower(n.recorded) desc, n.territory)
                        select made.copy, g.territory, g.subject, g.key, g.value, g.since, g.until, g.entries,
                               g.contested,
                               coalesce(g.certain @> :as_of, false) as is_certain,
                               coalesce(g.held @> :as_of, false) as is_held,
                               g.funder, c.name as funder_name
                        from (select 'projection.territory'::regclass::oid::bigint as copy) made
                        left join given g on true
                        left join called c on c.funder = g.funder
                        order by g.territory, g.key, lower(g.possible) nulls first, upper(g.possible) nulls last,
                                 g.since collate "C", g.entries
                        """)
                .param("as_of", asOf.day())
                .param("known_at", ResultRows.parameter(knownAt.instant()))
                .query((ResultSetExtractor<Given>) rows -> given(rows, frontier));
    }

    private static Given given(ResultSet rows, Frontier frontier) throws SQLException {
        Map<List<String>, Funding> fundings = new LinkedHashMap<>();
        Map<String, String> names = new TreeMap<>();
        while (rows.next()) {
            ResultRows.requireSameCopy(frontier, rows);
            String territory = rows.getString("territory");
            if (territory == null) {
                break;
            }
            fundings.computeIfAbsent(
                            List.of(territory, rows.getString("key")),
                            first -> new Funding(territory, new ArrayList<>(1)))
                    .values()
                    .add(ResultRows.fact(rows));
            String name = rows.getString("funder_name");
            if (name != null) {
                names.put(rows.getString("funder"), name);
            }
        }
        return new Given(List.copyOf(fundings.values()), names);
    }
}
