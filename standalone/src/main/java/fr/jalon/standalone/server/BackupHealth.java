package fr.jalon.standalone.server;

import java.nio.file.Path;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** When the data were last backed up by {@code jalon backup}; never ill: they may be copied by other means. */
final class BackupHealth implements HealthIndicator {
    private final Path data;

    BackupHealth(Path data) {
        this.data = data;
    }

    @Override
    public Health health() {
        String last = Backup.lastOf(data).map(Instant::toString).orElse("never");
        return Health.up().withDetail("last", last).build();
    }
}
