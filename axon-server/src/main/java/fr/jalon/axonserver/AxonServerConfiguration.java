package fr.jalon.axonserver;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which store keeps the log, for both sides to import: {@code jalon.event-store} is {@code postgresql}, or
 * {@code axon-server}. Of the latter, {@code jalon.axon-server.servers} names the nodes, {@code .context} its event
 * store, {@code .token} what it admits us by, {@code .tls} whether the connection is encrypted, {@code .certificates}
 * whom it trusts.
 */
@Configuration(proxyBeanMethods = false)
public class AxonServerConfiguration {
    private static final String STORE = "jalon.event-store";
    private static final String POSTGRESQL = "postgresql";
    private static final String AXON_SERVER = "axon-server";

    /** Axon Server, where it keeps the log; PostgreSQL does otherwise. */
    public record RegisterStore(Optional<AxonServer> axonServer) implements AutoCloseable {
        /** As {@code jalon.event-store} names it. */
        public String name() {
            return axonServer.isPresent() ? AXON_SERVER : POSTGRESQL;
        }

        @Override
        public void close() {
            axonServer.ifPresent(AxonServer::close);
        }
    }

    @Bean(destroyMethod = "close")
    RegisterStore registerStore(
            @Value("${" + STORE + ":" + POSTGRESQL + "}") String store,
            @Value("${jalon.axon-server.servers:localhost}") String servers,
            @Value("${jalon.axon-server.context:default}") String context,
            @Value("${jalon.axon-server.token:}") String token,
            @Value("${jalon.axon-server.tls:false}") boolean tls,
            @Value("${jalon.axon-server.certificates:}") String certificates) {
        return switch (store) {
            case POSTGRESQL -> new RegisterStore(Optional.empty());
            case AXON_SERVER ->
                new RegisterStore(Optional.of(AxonServer.connect(new AxonServerSettings(
                        "jalon",
                        AxonServerSettings.nodes(servers),
                        context,
                        token.isBlank() ? null : token,
                        tls,
                        certificates.isBlank() ? null : Path.of(certificates)))));
            default ->
                throw new IllegalArgumentException(
                        STORE + " is '" + store + "'; it can be " + POSTGRESQL + " or " + AXON_SERVER);
        };
    }

    @Bean
    @ConditionalOnProperty(name = STORE, havingValue = AXON_SERVER)
    HealthIndicator axonServerHealthIndicator(RegisterStore store) {
        return new AxonServerHealth(store.axonServer().orElseThrow());
    }
}
