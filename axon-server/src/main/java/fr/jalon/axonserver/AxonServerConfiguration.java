package fr.jalon.axonserver;

import fr.jalon.store.log.PostgresStore;
import fr.jalon.store.log.RegisterStore;
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

    @Bean
    RegisterStore registerStore(
            @Value("${" + STORE + ":" + PostgresStore.NAME + "}") String store, Optional<AxonServer> axonServer) {
        return switch (store) {
            case PostgresStore.NAME -> new PostgresStore();
            case AxonServerStore.NAME -> new AxonServerStore(axonServer.orElseThrow());
            default ->
                throw new IllegalArgumentException("%s is '%s'; it can be %s or %s"
                        .formatted(STORE, store, PostgresStore.NAME, AxonServerStore.NAME));
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = STORE, havingValue = AxonServerStore.NAME)
    static class Connection {
        @Bean(destroyMethod = "close")
        AxonServer axonServer(
                @Value("${jalon.axon-server.servers:localhost}") String servers,
                @Value("${jalon.axon-server.context:default}") String context,
                @Value("${jalon.axon-server.token:}") String token,
                @Value("${jalon.axon-server.tls:false}") boolean tls,
                @Value("${jalon.axon-server.certificates:}") String certificates) {
            return AxonServer.connect(new AxonServerSettings(
                    "jalon",
                    AxonServerSettings.nodes(servers),
                    context,
                    token.isBlank() ? null : token,
                    tls,
                    certificates.isBlank() ? null : Path.of(certificates)));
        }

        @Bean
        HealthIndicator axonServerHealthIndicator(AxonServer axonServer) {
            return new AxonServerHealth(axonServer);
        }
    }
}
