package fr.jalon.axonserver.mirror;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the copy of the log keeps up with it. */
final class MirrorHealth extends AbstractHealthIndicator {
    private final LogMirror mirror;

    MirrorHealth(LogMirror mirror) {
        super("The state of the log's copy could not be told");
        this.mirror = mirror;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Exception trouble = mirror.trouble();
        if (trouble != null) {
            health.down().withDetail("trouble", String.valueOf(trouble.getMessage()));
        } else {
            health.up().withDetail("copiesHere", mirror.isCopying()).withDetail("lag", mirror.lag());
        }
    }
}
