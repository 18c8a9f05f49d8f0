package fr.jalon.store;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
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
        return JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
                .schema(SCHEMA)
                .serializer(serializer())
                .contentType(String.class)
                .nodeId(node)
                .claimTimeout(claimTimeout)
                .build();
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
}
