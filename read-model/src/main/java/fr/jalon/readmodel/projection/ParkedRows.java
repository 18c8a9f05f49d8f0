package fr.jalon.readmodel.projection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The territories that stopped before an entry that could not be taken in (<i>territoires en attente</i>), a row each.
 * What they lack the log has: nothing of it is kept here.
 */
public final class ParkedRows {
    private static final int LONGEST_CAUSE = 1_000;

    private final JdbcClient jdbc;

    /** Over connections of the projection's; what is done here is part of their transactions. */
    public ParkedRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The one that waits longest first. */
    public List<String> names() {
        return jdbc.sql("select territory from tracking.parked order by since, territory")
                .<String>query((row, number) -> row.getString(1))
                .list();
    }

    /** How many entries wait: those that stopped their territory, and those after them. */
    public long entries() {
        return entries(Long.MAX_VALUE);
    }

    /** The same, of the log up to an index: what comes after that is not for those who compare with it. */
    public long entries(long head) {
        return jdbc.sql("""
                select coalesce(sum(greatest(last.position - p.position + 1, 0)), 0)::bigint
                from tracking.parked p
                cross join lateral (
                    select e.position from events.event e
                    where e.territory = p.territory and e.global_index <= ?
                    order by e.position desc limit 1
                ) last
                """).param(head).query(Long.class).single();
    }

    /** Whether a territory is parked; if so it stays parked until the transaction ends. */
    public boolean holds(String territory) {
        return jdbc.sql("select true from tracking.parked where territory = ? for share")
                .param(territory)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /**
     * Takes a parked territory's row, so that all others who would touch it wait until the transaction ends. Nothing
     * where it is not parked, or another has the row just now: nobody is waited for.
     *
     * @return before which position it stopped
     */
    public Optional<Long> take(String territory) {
        return stop("select position from tracking.parked where territory = ? for update skip locked", territory);
    }

    /** Takes it again, after those who have come for it meanwhile; no lock of the transaction is waited for long. */
    public Optional<Long> takeInTurn(String territory) {
        jdbc.sql("set local lock_timeout = '5s'").update();
        return stop("select position from tracking.parked where territory = ? for update", territory);
    }

    private Optional<Long> stop(String query, String territory) {
        return jdbc.sql(query).param(territory).query(Long.class).optional();
    }

    /** Parks a territory before an entry; false where it is parked already, and stays as it is. */
    public boolean park(String territory, long position, Throwable cause) {
        return jdbc.sql("""
                insert into tracking.parked (territory, position, cause) values (?, ?, ?)
                on conflict (territory) do nothing
                """).params(territory, position, text(cause)).update() == 1;
    }

    /** Says where and why a territory stopped last; since when it waits stays, if it is parked already. */
    public void stop(String territory, long position, Throwable cause) {
        jdbc.sql("""
                insert into tracking.parked (territory, position, cause) values (?, ?, ?)
                on conflict (territory) do update set position = excluded.position, cause = excluded.cause
                """).params(territory, position, text(cause)).update();
    }

    /** Says that a parked territory has come as far as just before a position. */
    public void move(String territory, long position) {
        jdbc.sql("update tracking.parked set position = ? where territory = ?")
                .params(position, territory)
                .update();
    }

    public void release(String territory) {
        jdbc.sql("delete from tracking.parked where territory = ?")
                .param(territory)
                .update();
    }

    public void releaseAllBut(Collection<String> territories) {
        jdbc.sql("delete from tracking.parked where territory <> all (?)")
                .param(territories.toArray(String[]::new))
                .update();
    }

    /** PostgreSQL has no text with a NUL in it, and what a failure says must not fail in turn. */
    private static String text(Throwable cause) {
        String text = (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replace("\0", "");
        return text.substring(0, Math.min(text.length(), LONGEST_CAUSE));
    }
}
