package fr.jalon.query.projection;

import fr.jalon.store.EventLog;
import fr.jalon.store.TokenStores;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The projection's place in the log, as it is stored. */
final class Tokens {
    private final TokenStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventLog log;
    private final int segments;

    Tokens(DataSource dataSource, EventLog log, ProjectionSettings settings) {
        this.store = TokenStores.on(dataSource, settings.node(), settings.claimTimeout());
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.log = log;
        this.segments = settings.segments();
    }

    TokenStore store() {
        return store;
    }

    /** Makes the segments where there are none, at what the read models hold. */
    void make() {
        transaction.executeWithoutResult(status -> {
            if (store.fetchSegments(ProjectionProcessor.NAME).length == 0) {
                long held = jdbc.sql("select coalesce(max(global_index), 0) from projection.entry")
                        .query(Long.class)
                        .single();
                store.initializeTokenSegments(
                        ProjectionProcessor.NAME, segments, held == 0 ? null : new GlobalSequenceTrackingToken(held));
            }
        });
    }

    Position position() {
        // The head first: what comes between the two questions must not look like a lag.
        long head = log.head();
        return new Position(
                head,
                jdbc.sql("""
                        select coalesce(min(coalesce((token::jsonb ->> 'globalIndex')::bigint, 0)), 0)
                        from tracking.token where processor_name = ?
                        """).param(ProjectionProcessor.NAME).query(Long.class).single());
    }
}
