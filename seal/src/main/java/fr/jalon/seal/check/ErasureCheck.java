package fr.jalon.seal.check;

import fr.jalon.people.Erasures;
import fr.jalon.people.Erasures.Unrecorded;
import fr.jalon.seal.check.Finding.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the erasures of persons against the entries that the register has of them. Neither says who it was, so of the
 * keys that are gone only their number can be told.
 */
final class ErasureCheck implements Check {
    /** For how long an entry may be on its way: it is recorded every second, and may be copied after. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final JdbcClient jdbc;
    private final Erasures erasures;
    private final String register;

    /**
     * A check of what this database says of erasures.
     *
     * @param register where they are recorded; as long as nobody opened it they wait, and nothing is wrong
     */
    ErasureCheck(DataSource database, String register) {
        this.jdbc = JdbcClient.create(database);
        this.erasures = new Erasures(database);
        this.register = register;
    }

    @Override
    public void run(Findings findings, Listener listener) {
        for (Unrecorded missing : missing()) {
            findings.add(
                    Kind.ERASURE,
                    "the erasure %d was done, and the register %s has no entry of it"
                            .formatted(missing.number(), register));
        }
        jdbc.sql("""
                        with entry as (
                            select entry_id, territory, position, global_index,
                                case when pg_input_is_valid(payload, 'jsonb') then payload::jsonb end as says
                            from events.event where type = 'person-erased'
                        ),
                        compared as (
                            select entry.*, case
                                when e.number is null then 'the list of erasures lacks it'
                                when e.confirmed_at is null
                                    then 'the erasure ' || e.number || ' is said to be asked for only'
                                when (e.asked_by, e.confirmed_by)
                                        is distinct from (says ->> 'askedBy', says ->> 'confirmedBy')
                                    then 'the erasure ' || e.number || ' is said to be of other accounts'
                                end as fault
                            from entry left join people.erasure e using (entry_id)
                        )
                        select * from compared where fault is not null order by global_index
                        """).query((row, _) -> contradicted(row)).list().forEach(findings::add);
        jdbc.sql("""
                        with count as (
                            select (
                                select count(*) from (
                                    select entry_id from people.erasure where confirmed_at is not null
                                    union select entry_id from events.event where type = 'person-erased'
                                ) done
                            ) as done, (select count(*) from people.key where wrapped is null) as erased
                        )
                        select done || ' erasures were done, and ' || erased || ' persons are without a key:'
                            || ' somebody who was erased has one again'
                        from count where erased < done
                        """).query(String.class).list().forEach(fewer -> findings.add(Kind.ERASURE, fewer));
    }

    /** Those whose entry does not come, though nothing stands in its way. */
    private List<Unrecorded> missing() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Unrecorded> unrecorded = erasures.unrecorded();
        while (!unrecorded.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            if (!erasures.isOpen(register)) {
                return List.of();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            unrecorded = erasures.unrecorded();
        }
        return unrecorded;
    }

    private static Finding contradicted(ResultSet row) throws SQLException {
        return new Finding(
                Kind.ERASURE,
                row.getLong("global_index") - 1,
                row.getObject("entry_id", UUID.class),
                row.getString("territory"),
                row.getLong("position"),
                "it says that somebody was erased, and " + row.getString("fault"));
    }
}
