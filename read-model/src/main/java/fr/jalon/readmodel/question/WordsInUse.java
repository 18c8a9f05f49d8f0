package fr.jalon.readmodel.question;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words that registers use at present: which types of entry, what things are called, which topics. */
public final class WordsInUse {
    /** More than a pick list is of use with. */
    private static final int MOST = 2000;

    /** More than a register has names. */
    private static final int MOST_OF_ONE = 10_000;

    private final JdbcClient jdbc;

    public WordsInUse(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /**
     * A thing and what it is called.
     *
     * @param kind organisation, or the field it stands in
     */
    public record NamedThing(String kind, String id, String name) {}

    /** The names of the types of entry that a territory's register has. */
    public List<String> types(String territory) {
        return jdbc.sql("select distinct type from projection.entry where territory = :territory")
                .param("territory", territory)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /** What has a name in a territory's register, or in all of them, in the order of the names. */
    public List<NamedThing> things(@Nullable String territory) {
        return things(territory, null);
    }

    /** The same of a register as far as it is known. */
    public List<NamedThing> things(Knowledge known) {
        return known.recordedAt() == null ? List.of() : things(known.territory(), known.recordedAt());
    }

    /** @param knownAt null for what things are called at present */
    private List<NamedThing> things(@Nullable String territory, @Nullable Instant knownAt) {
        return jdbc.sql("""
                        select split_part(key, '/', 1) as kind, split_part(key, '/', 2) as id, name
                        from (select distinct on (key) key, value ->> 'name' as name
                              from projection.span
                              where subject = 'name'
                                and case when :known_at::timestamptz is null then upper_inf(recorded)
                                         else recorded @> :known_at::timestamptz end
                                and (:territory::text is null or territory = :territory)
                              order by key, lower(recorded) desc, territory) latest
                        order by name collate "C", key
                        limit :most
                        """)
                .param("territory", territory)
                .param("known_at", knownAt == null ? null : ResultRows.parameter(knownAt))
                .param("most", territory == null ? MOST : MOST_OF_ONE)
                .query((row, number) ->
                        new NamedThing(row.getString("kind"), row.getString("id"), row.getString("name")))
                .list();
    }

    /** The topics of a territory's register, or of all of them. */
    public List<String> topics(@Nullable String territory) {
        return jdbc.sql("""
                        select distinct value ->> 'topic'
                        from projection.span
                        where value ->> 'topic' is not null and upper_inf(recorded)
                          and (:territory::text is null or territory = :territory)
                        limit :most
                        """)
                .param("territory", territory)
                .param("most", MOST)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }
}
