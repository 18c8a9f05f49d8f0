package fr.jalon.query.register;

import fr.jalon.events.register.AsOf;
import fr.jalon.events.register.Fact;
import fr.jalon.events.register.KnownAt;
import fr.jalon.events.register.RegisterState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a funder gives, over all territories. */
public final class Portfolios {
    private final JdbcClient jdbc;

    public Portfolios(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /** Whether any funding ever named this organisation. */
    public boolean isFunder(String organisation) {
        return jdbc.sql("""
                        select exists (
                            select from projection.span
                            where subject = 'funding' and value -> 'funder' ->> 'id' = :organisation)
                        """)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /** By territory, the fundings of this organisation on a day, with the names things had. */
    public List<RegisterState> of(String organisation, AsOf asOf, KnownAt knownAt) {
        Map<String, List<Fact>> visible = jdbc.sql("""
                        with given as (
                            select *
                            from projection.span
                            where subject = 'funding' and value -> 'funder' ->> 'id' = :organisation
                              and possible @> :as_of and recorded @> :known_at)
                        select territory, subject, key, value, since, until, entries, contested,
                               coalesce(certain @> :as_of, false) as is_certain, possible
                        from given
                        union all
                        select territory, subject, key, value, since, until, entries, contested, true, possible
                        from projection.span
                        where subject = 'name' and recorded @> :known_at and possible @> :as_of
                          and territory in (select territory from given)
                        order by territory, lower(possible) nulls first, upper(possible) nulls last,
                                 since collate "C", entries
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
