package fr.jalon.axonserver.mirror;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.axonserver.AxonServerConfiguration;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.RegisterStore;
import fr.jalon.store.log.StoreUnavailableException;
import fr.jalon.web.start.ServiceDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Where the read side reads the log. With Axon Server it needs {@code jalon.mirror.password} beside its own: the role
 * {@code jalon_mirror}, on the database of {@code jalon.database.url}.
 */
@Configuration(proxyBeanMethods = false)
@Import(AxonServerConfiguration.class)
public class MirrorConfiguration {
    /** The log itself, whichever store keeps it: what is sealed, checked and replayed. */
    @Bean
    EventLog eventLog(RegisterStore store, @Qualifier("queryDataSource") DataSource database) {
        return store.log(database);
    }

    /** The copy, where the log is elsewhere. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "jalon.event-store", havingValue = "axon-server")
    static class Copying {
        private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

        @Bean(destroyMethod = "close")
        HikariDataSource mirrorDataSource(
                @Value("${jalon.database.url}") String url,
                @Value("${jalon.mirror.user:jalon_mirror}") String user,
                @Value("${jalon.mirror.password}") String password) {
            return ServiceDatabase.open(url, user, password, 4, LONGEST_SILENCE);
        }

        @Bean(initMethod = "start", destroyMethod = "close")
        LogMirror logMirror(EventLog eventLog, @Qualifier("mirrorDataSource") DataSource database) {
            return new LogMirror(eventLog, database);
        }

        /** Not a number while the log is away. */
        @Bean
        MeterBinder mirrorMetrics(LogMirror mirror) {
            return meters -> Gauge.builder("jalon.mirror.lag", mirror, Copying::lag)
                    .description("Entries of the log that its copy lacks")
                    .register(meters);
        }

        private static double lag(LogMirror mirror) {
            try {
                return mirror.lag();
            } catch (StoreUnavailableException away) {
                return Double.NaN;
            }
        }

        @Bean
        HealthIndicator mirrorHealthIndicator(LogMirror mirror) {
            return new MirrorHealth(mirror);
        }
    }
}
