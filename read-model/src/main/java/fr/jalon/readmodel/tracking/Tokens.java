package fr.jalon.readmodel.tracking;

import fr.jalon.readmodel.projection.ParkedRows;
import fr.jalon.store.axon.TokenStores;
import fr.jalon.store.log.EventLog;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The projection's place in the log, as it is stored. */
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final TokenStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventLog log;
    private final ParkedRows parked;
    private final int segments;
    private final String node;
    private final Duration claimTimeout;

    public Tokens(DataSource dataSource, EventLog log, ProjectionSettings settings) {
        this.store = TokenStores.on(dataSource, settings.node(), settings.claimTimeout());
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.log = log;
        this.parked = new ParkedRows(dataSource);
        this.segments = settings.segments();
        this.node = settings.node();
        this.claimTimeout = settings.claimTimeout();
    }

    public TokenStore store() {
        return store;
    }

    /**
     * Makes the segments where there are none, at what the read models hold; makes them anew, at the least of them,
     * where another number is wanted and no other process holds one.
     */
    public void make() {
        transaction.executeWithoutResult(status -> {
            // Whoever initializes segments takes this turn; here it has to begin before they are counted.
            TokenStores.takeTurn(jdbc);
            Stored stored = stored();
            if (stored.segments() == 0) {
                make(jdbc.sql("select coalesce(max(global_index), 0) from projection.entry")
                        .query(Long.class)
                        .single());
            } else if (stored.segments() != segments && stored.others() == 0) {
                jdbc.sql("delete from tracking.token where processor_name = ?")
                        .param(Projection.NAME)
                        .update();
                make(stored.least());
                LOG.info("The projection had {} segments and has {} from now on", stored.segments(), segments);
            } else if (stored.segments() != segments) {
                LOG.warn(
                        "The projection keeps its {} segments while other processes hold some; {} are asked for",
                        stored.segments(),
                        segments);
            }
        });
    }

    /**
     * Makes the segments anew where they cannot be as the projection left them. Who holds one finds its claim gone, and
     * takes it up again from here.
     *
     * @param reached an entry up to which the read models hold everything
     */
    public void mend(long reached) {
        transaction.executeWithoutResult(status -> {
            TokenStores.takeTurn(jdbc);
            new TrackingCheck(jdbc, log).tokensAstray().ifPresent(why -> {
                jdbc.sql("delete from tracking.token where processor_name = ?")
                        .param(Projection.NAME)
                        .update();
                make(reached);
                LOG.warn("The projection's place in the log is put back to {}, for {}", reached, why);
            });
        });
    }

    private void make(long reached) {
        store.initializeTokenSegments(
                Projection.NAME, segments, reached == 0 ? null : new GlobalSequenceTrackingToken(reached));
    }

    /** @param others how many of the segments another process holds */
    private record Stored(int segments, int others, long least) {}

    private Stored stored() {
        return jdbc.sql("""
                        select count(*) as segments, coalesce(min(reached), 0) as least,
                            count(*) filter (where owner <> :node and held_at > now() - :timeout * interval '1 millisecond')
                                as others
                        from (
                            select owner, timestamp::timestamptz as held_at,
                                coalesce((token::jsonb ->> 'globalIndex')::bigint, 0) as reached
                            from tracking.token where processor_name = :processor for update
                        ) held
                        """)
                .param("node", node)
                .param("timeout", claimTimeout.toMillis())
                .param("processor", Projection.NAME)
                .query((row, number) -> new Stored(row.getInt("segments"), row.getInt("others"), row.getLong("least")))
                .single();
    }

    /** Where all processes together stand. A segment with nothing to do says so only now and then; that is no lag. */
    public Advance advance() {
        // The head first: what comes between the questions must not look like a lag. The parked last: those taken in
        // meanwhile are then counted by neither question, and not by both.
        long head = log.head();
        long taken = number("select coalesce(sum(position), 0) from projection.territory") + parked.entries(head);
        if (taken >= head) {
            return new Advance(head, head);
        }
        // No token can stand beyond what was taken in: one that does has passed over something.
        return new Advance(head, Math.min(taken, number("""
                select coalesce(min(coalesce((token::jsonb ->> 'globalIndex')::bigint, 0)), 0)
                from tracking.token where processor_name = 'projection'
                """)));
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    /** Where the slowest of the segments stands that are this process's business: its own, and those nobody holds. */
    public long ownReached() {
        return jdbc.sql("""
                        select coalesce(min(coalesce((token::jsonb ->> 'globalIndex')::bigint, 0)), :none)
                        from tracking.token
                        where processor_name = :processor and (owner is null or owner = :node
                            or timestamp::timestamptz < now() - :timeout * interval '1 millisecond')
                        """)
                .param("none", Long.MAX_VALUE)
                .param("processor", Projection.NAME)
                .param("node", node)
                .param("timeout", claimTimeout.toMillis())
                .query(Long.class)
                .single();
    }
}
