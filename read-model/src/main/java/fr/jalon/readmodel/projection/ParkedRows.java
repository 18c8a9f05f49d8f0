package fr.jalon.readmodel.projection;

import java.util.List;
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
        return jdbc.sql("""
                select count(*) from tracking.parked p
                join events.event e on e.territory = p.territory and e.position >= p.position
                """).query(Long.class).single();
    }

    /** Whether a territory is parked; if so it stays parked until the transaction ends. */
    public boolean holds(String territory) {
        return isLocked(jdbc.sql("select true from tracking.parked where territory = ? for share"), territory);
    }

    /** Whether a territory is parked; if so all others who would touch it wait until the transaction ends. */
    public boolean takes(String territory) {
        return isLocked(jdbc.sql("select true from tracking.parked where territory = ? for update"), territory);
    }

    private static boolean isLocked(JdbcClient.StatementSpec row, String territory) {
        return row.param(territory).query(Boolean.class).optional().isPresent();
    }

    /** Parks a territory before an entry, or says where and why it stopped again. */
    public void park(String territory, long position, Throwable cause) {
        jdbc.sql("""
                insert into tracking.parked (territory, position, cause) values (?, ?, ?)
                on conflict (territory) do update set position = excluded.position, cause = excluded.cause
                """).params(territory, position, text(cause)).update();
    }

    public void release(String territory) {
        jdbc.sql("delete from tracking.parked where territory = ?")
                .param(territory)
                .update();
    }

    public void releaseAll() {
        jdbc.sql("delete from tracking.parked").update();
    }

    /** PostgreSQL has no text with a NUL in it, and what a failure says must not fail in turn. */
    private static String text(Throwable cause) {
        String text = (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replace("\0", "");
        return text.substring(0, Math.min(text.length(), LONGEST_CAUSE));
    }
}
