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
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a funder gives, over all territories. */
public final class Portfolios {
    private final JdbcClient jdbc;

    public Portfolios(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /** Whether any funding ever named this organisation, be it one announced. */
    public boolean isFunder(String organisation) {
        return jdbc.sql("""
                        select exists (
                                select from projection.span
                                where subject = 'funding' and value -> 'funder' ->> 'id' = :organisation)
                            or exists (
                                select from projection.span
                                where subject = 'outlook' and value -> 'funder' ->> 'id' = :organisation)
                        """)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /** What the organisation was called last, in the territories known to have ever been funded by it; empty where nobody said. */
    public Optional<String> name(String organisation, KnownAt knownAt) {
        return jdbc.sql("""
                        select value ->> 'name'
                        from projection.span
                        where subject = 'name' and key = 'organisation/' || :organisation and recorded @> :known_at
                          and territory in (
                              select territory
                              from projection.span
                              where subject = 'funding' and value -> 'funder' ->> 'id' = :organisation
                                and lower(recorded) <= :known_at)
                        order by lower(recorded) desc, territory
                        limit 1
                        """)
                .param("organisation", organisation)
                .param("known_at", Rows.parameter(knownAt))
                .query(String.class)
                .optional();
    }

    /** By territory, the fundings of this organisation on a day, with the names things had. */
    public List<RegisterState> of(String organisation, AsOf asOf, KnownAt knownAt) {
        Map<String, List<Fact>> visible = jdbc.sql("""
                        with given as materialized (
                            select *
                            from projection.span
                            where subject = 'funding' and value -> 'funder' ->> 'id' = :organisation
                              and possible @> :as_of and recorded @> :known_at)
                        select s.territory, s.subject, s.key, s.value, s.since, s.until, s.entries, s.contested,
                               coalesce(s.certain @> :as_of, false) as is_certain
                        from (
                            select * from given
                            union all
                            select n.*
                            from projection.span n
                            where n.subject = 'name' and n.recorded @> :known_at and n.possible @> :as_of
                              and n.territory in (select territory from given)) s
                        order by s.territory, lower(s.possible) nulls first, upper(s.possible) nulls last,
                                 s.since collate "C", s.entries
                        """)
                .param("organisation", organisation)
                .param("as_of", asOf.day())
                .param("known_at", Rows.parameter(knownAt))
                .query(Portfolios::byTerritory);
        return visible.entrySet().stream()
                .map(each -> RegisterState.of(each.getKey(), asOf, 0, each.getValue()))
                .toList();
    }

    private static Map<String, List<Fact>> byTerritory(ResultSet rows) throws SQLException {
        Map<String, List<Fact>> visible = new TreeMap<>();
        while (rows.next()) {
            visible.computeIfAbsent(rows.getString("territory"), none -> new ArrayList<>())
                    .add(Rows.fact(rows));
        }
        return visible;
    }
}
