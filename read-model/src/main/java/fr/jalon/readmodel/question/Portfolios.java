package fr.jalon.readmodel.question;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Fact;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a funder gives, over all territories. */
public final class Portfolios {
    private static final String IS_FUNDER = """
            (exists (
                select from projection.span
                where subject = 'funding' and value -> 'funder' ->> 'id' = :organisation)
             or exists (
                select from projection.span
                where subject = 'outlook' and value -> 'funder' ->> 'id' = :organisation))
            """;

    private final JdbcClient jdbc;

    public Portfolios(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /** Whether any funding ever named this organisation, be it one announced. */
    public boolean isFunder(String organisation) {
        return jdbc.sql("select " + IS_FUNDER)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /**
     * The fundings of this organisation on a day, with the names things had; its own name is the one given last in the
     * territories known to have ever been funded by it. Empty where no funding ever named it, be it one announced.
     *
     * @param frontier what was found before: the answer is of the same copy of the read models
     */
    public Optional<Fundings> of(String organisation, AsOf asOf, KnownAt knownAt, Frontier frontier) {
        return jdbc.sql("""
                        with given as materialized (
                            select *
                            from projection.span
                            where subject = 'funding' and value -> 'funder' ->> 'id' = :organisation
                              and possible @> :as_of and recorded @> :known_at),
                        funder as (
                            select (select value ->> 'name'
                                    from projection.span
                                    where subject = 'name' and key = 'organisation/' || :organisation
                                      and recorded @> :known_at
                                      and territory in (
                                          select territory
                                          from projection.span
                                          where subject = 'funding' and value -> 'funder' ->> 'id' = :organisation
                                            and lower(recorded) <= :known_at)
                                    order by lower(recorded) desc, territory
                                    limit 1) as name, true as is_funder
                            where
                        """ + IS_FUNDER + """
                        )
                        select f.is_funder, f.name, 'projection.territory'::regclass::oid::bigint as copy,
                               s.territory, s.subject, s.key, s.value, s.since, s.until, s.entries, s.contested,
                               coalesce(s.certain @> :as_of, false) as is_certain,
                               coalesce(s.held @> :as_of, false) as is_held
                        from (select) one
                        left join funder f on true
                        left join (
                            select f.*
                            from projection.span f
                            where f.subject = 'funding' and f.recorded @> :known_at and f.possible @> :as_of
                              and (f.territory, f.key) in (select territory, key from given)
                            union all
                            select n.*
                            from projection.span n
                            where n.subject = 'name' and n.recorded @> :known_at and n.possible @> :as_of
                              and n.territory in (select territory from given)) s on true
                        order by s.territory, lower(s.possible) nulls first, upper(s.possible) nulls last,
                                 s.since collate "C", s.entries
                        """)
                .param("organisation", organisation)
                .param("as_of", asOf.day())
                .param("known_at", ResultRows.parameter(knownAt.instant()))
                .query((ResultSetExtractor<Optional<Fundings>>) rows -> fundings(rows, asOf, frontier));
    }

    private static Optional<Fundings> fundings(ResultSet rows, AsOf asOf, Frontier frontier) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("There is a row that says which copy it is of");
        }
        ResultRows.requireSameCopy(frontier, rows);
        if (!rows.getBoolean("is_funder")) {
            return Optional.empty();
        }
        String name = rows.getString("name");
        Map<String, List<Fact>> visible = new TreeMap<>();
        do {
            String territory = rows.getString("territory");
            if (territory != null) {
                visible.computeIfAbsent(territory, none -> new ArrayList<>()).add(ResultRows.fact(rows));
            }
        } while (rows.next());
        return Optional.of(new Fundings(
                name,
                visible.entrySet().stream()
                        .map(each -> RegisterState.of(each.getKey(), asOf, 0, each.getValue()))
                        .toList()));
    }
}
