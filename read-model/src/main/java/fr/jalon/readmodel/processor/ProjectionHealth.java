package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.tracking.Advance;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Says which part of the projection is ill: parked territories by name, a log that cannot be read, a standstill. */
final class ProjectionHealth extends AbstractHealthIndicator {
    private final ProjectionProcessor projection;

    ProjectionHealth(ProjectionProcessor projection) {
        super("The projection's health could not be told");
        this.projection = projection;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> parked = projection.parked().names();
        Advance advance = projection.advance();
        Optional<String> astray = projection.tracking().tokensAstray();
        boolean well = parked.isEmpty() && projection.isRunning() && !projection.isInError() && astray.isEmpty();
        (well ? health.up() : health.down())
                .withDetail("running", projection.isRunning())
                .withDetail("inError", projection.isInError())
                .withDetail("segments", projection.segments())
                .withDetail("head", advance.head())
                .withDetail("lag", advance.lag())
                .withDetail("parked", parked);
        astray.ifPresent(why -> health.withDetail("tokens", why));
    }
}
