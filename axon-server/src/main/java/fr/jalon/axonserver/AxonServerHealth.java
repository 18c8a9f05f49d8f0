package fr.jalon.axonserver;

import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether Axon Server answers, and why not. */
final class AxonServerHealth extends AbstractHealthIndicator {
    private final AxonServer server;

    AxonServerHealth(AxonServer server) {
        super("Axon Server's health could not be told");
        this.server = server;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<String> trouble = server.trouble();
        if (trouble.isPresent()) {
            health.down().withDetail("trouble", trouble.get());
        } else {
            health.up();
        }
    }
}
