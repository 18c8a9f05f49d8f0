package fr.jalon.readmodel.question;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Resolves what is asked of the recorded axis, here alone: which entry is the last that an answer knows. */
public final class Places {
    private static final String END = """
            select territory, position as last_position, recorded_at as last_recorded_at, position, recorded_at
            from projection.territory
            where territory = :territory
            """;

    private static final String BEFORE = """
            select t.territory, t.position as last_position, t.recorded_at as last_recorded_at,
                   k.position, k.recorded_at
            from projection.territory t
            left join lateral (
                select e.position, e.recorded_at
                from projection.entry e
                where e.territory = t.territory and %s
                limit 1) k on true
            where t.territory = :territory
            """;

    private static final String THROUGH = BEFORE.formatted("e.position <= :through::bigint order by e.position desc");

    private static final String KNOWN_AT = BEFORE.formatted("""
            e.recorded_at <= timestamptz 'epoch' + :through::bigint * interval '1 microsecond'
            order by e.recorded_at desc""");

    private final JdbcClient jdbc;

    public Places(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /**
     * How far a register is known at each of these places, in their order, at one moment; empty where nobody opened it.
     */
    public List<Knowledge> of(String territory, RegisterPlace... places) {
        if (places.length == 1) {
            return of(territory, places[0]);
        }
        @Nullable Long[] positions = new @Nullable Long[places.length];
        @Nullable Long[] micros = new @Nullable Long[places.length];
        for (int i = 0; i < places.length; i++) {
            positions[i] = position(places[i]);
            micros[i] = micros(places[i]);
        }
        return jdbc.sql("""
                        select t.territory, t.position as last_position, t.recorded_at as last_recorded_at,
                               k.position, k.recorded_at
                        from projection.territory t
                        cross join unnest(:positions::bigint[], :micros::bigint[])
                            with ordinality as place (position, micros, number)
                        left join lateral (
                            (select e.position, e.recorded_at
                             from projection.entry e
                             where e.territory = t.territory and e.position <= place.position
                             order by e.position desc
                             limit 1)
                            union all
                            (select e.position, e.recorded_at
                             from projection.entry e
                             where e.territory = t.territory
                                 and e.recorded_at <= timestamptz 'epoch' + place.micros * interval '1 microsecond'
                             order by e.recorded_at desc
                             limit 1)) k on true
                        where t.territory = :territory
                        order by place.number
                        """)
                .param("positions", positions)
                .param("micros", micros)
                .param("territory", territory)
                .query((row, number) -> knowledge(row))
                .list();
    }

    /** The same of one, which nearly every question asks for: the database plans for each form of it once. */
    private List<Knowledge> of(String territory, RegisterPlace place) {
        JdbcClient.StatementSpec asked = switch (place) {
            case RegisterPlace.End() -> jdbc.sql(END);
            case RegisterPlace.Through(long position) -> jdbc.sql(THROUGH).param("through", position);
            case KnownAt known -> jdbc.sql(KNOWN_AT).param("through", micros(known));
        };
        return asked.param("territory", territory)
                .query((row, number) -> knowledge(row))
                .list();
    }

    /** How far each register that was open then is known, in the order of their territories. */
    public List<Knowledge> all(KnownAt knownAt) {
        return jdbc.sql("""
                        select t.territory, t.position as last_position, t.recorded_at as last_recorded_at,
                               k.position, k.recorded_at
                        from projection.territory t
                        join lateral (
                            select e.position, e.recorded_at
                            from projection.entry e
                            where e.territory = t.territory and e.recorded_at <= :known_at
                            order by e.recorded_at desc
                            limit 1) k on true
                        order by t.territory
                        """)
                .param("known_at", ResultRows.parameter(knownAt.instant()))
                .query((row, number) -> knowledge(row))
                .list();
    }

    /** How far all registers together are read now. */
    public Frontier frontier() {
        return jdbc.sql("""
                        select md5(coalesce(string_agg(territory || ' ' || position, ',' order by territory), ''))
                                   as tag,
                               coalesce(max(recorded_at), timestamptz 'epoch') as last_recorded_at,
                               coalesce(sum(position), 0)::bigint as entries,
                               'projection.territory'::regclass::oid::bigint as copy
                        from projection.territory
                        """)
                .query((row, number) ->
                        new Frontier(row.getString("tag"), last(row), row.getLong("entries"), row.getLong("copy")))
                .single();
    }

    private static @Nullable Long position(RegisterPlace place) {
        return switch (place) {
            case RegisterPlace.End() -> Long.MAX_VALUE;
            case RegisterPlace.Through(long position) -> position;
            case KnownAt ignored -> null;
        };
    }

    /** Not as a text: PostgreSQL writes the years before the first and after 9999 otherwise. */
    private static @Nullable Long micros(RegisterPlace place) {
        return place instanceof KnownAt(Instant instant) ? ChronoUnit.MICROS.between(Instant.EPOCH, instant) : null;
    }

    private static Knowledge knowledge(ResultSet row) throws SQLException {
        return new Knowledge(
                row.getString("territory"),
                row.getLong("position"),
                ResultRows.instant(row, "recorded_at"),
                row.getLong("last_position"),
                last(row));
    }

    private static Instant last(ResultSet row) throws SQLException {
        return Objects.requireNonNull(ResultRows.instant(row, "last_recorded_at"));
    }
}
