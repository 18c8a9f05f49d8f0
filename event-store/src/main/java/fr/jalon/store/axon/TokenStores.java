package fr.jalon.store.axon;

import fr.jalon.database.AdvisoryLock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Where each projection's place in the log is kept: Axon's store of tokens, on our table. */
public final class TokenStores {
    private static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("tracking.token")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("timestamp")
            .setOwnerColumn("owner")
            .build();

    private TokenStores() {}

    /**
     * A store of tokens that takes part in Spring's transactions.
     *
     * @param node whose claims these are: a name that outlives the process has its claims back at once after a crash,
     *     and must never be that of two processes
     * @param claimTimeout how long the claim of a process that died holds the others off
     */
    public static TokenStore on(DataSource dataSource, String node, Duration claimTimeout) {
        JdbcTokenStore.Builder settings = JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
                .schema(SCHEMA)
                .serializer(serializer())
                .contentType(String.class)
                .nodeId(node)
                .claimTimeout(claimTimeout);
        return new TurnTaking(settings, JdbcClient.create(dataSource));
    }

    /** Waits until no other process makes segments, and holds them off until the transaction ends. */
    public static void takeTurn(JdbcClient jdbc) {
        jdbc.sql(AdvisoryLock.SEGMENTS.takenForTransaction()).query().listOfRows();
    }

    /** Axon's tokens nest in one another, and Jackson 3 reads back no nested type that it was not told to trust. */
    private static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.eventhandling.")
                                .allowIfSubType("java.util.")
                                .build()))
                .build();
    }

    /**
     * Processes that start at once on an empty table take turns. Axon lets one insert and the others fail, which on
     * PostgreSQL spoils their whole transaction and ends their projections before they began.
     */
    private static final class TurnTaking extends JdbcTokenStore {
        private final JdbcClient jdbc;

        TurnTaking(Builder settings, JdbcClient jdbc) {
            super(settings);
            this.jdbc = jdbc;
        }

        @Override
        public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken start) {
            takeTurn();
            if (fetchSegments(processor).length == 0) {
                super.initializeTokenSegments(processor, segments, start);
            }
        }

        @Override
        public Optional<String> retrieveStorageIdentifier() {
            takeTurn();
            return super.retrieveStorageIdentifier();
        }

        private void takeTurn() {
            TokenStores.takeTurn(jdbc);
        }
    }
}
