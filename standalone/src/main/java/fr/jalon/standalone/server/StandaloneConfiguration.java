package fr.jalon.standalone.server;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.command.CommandConfiguration;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.query.QueryConfiguration;
import fr.jalon.standalone.provider.ProviderConfiguration;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.log.RegisterStore;
import fr.jalon.web.WebConfiguration;
import fr.jalon.web.access.StoredAccessRecord;
import fr.jalon.web.account.AccountKeeper;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.AccountsFile;
import fr.jalon.web.account.DemoAccounts;
import fr.jalon.web.start.ServiceDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Both services over the embedded database, each with its own role there. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, ProviderConfiguration.class, CommandConfiguration.class, QueryConfiguration.class})
class StandaloneConfiguration {
    /** The database is on this machine: it dies with us, or says that it does. */
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    RecordedClock recordedClock() {
        RecordedClock clock = RecordedClock.system();
        clock.install();
        return clock;
    }

    @Bean
    HealthIndicator backupHealthIndicator(Options options) {
        return new BackupHealth(options.data());
    }

    @Bean
    OwnAddress ownAddress(Environment environment, Options options) {
        return new OwnAddress(environment, options.certificate() != null);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource commandDataSource(EmbeddedPostgres postgres, RegisterStore store) {
        HikariDataSource pool = pool(postgres, DatabaseRole.COMMAND, 12);
        ServiceDatabase.requireStore(pool, store.name());
        return pool;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource queryDataSource(EmbeddedPostgres postgres) {
        return pool(postgres, DatabaseRole.QUERY, 24);
    }

    @Bean
    Accounts accounts(
            Options options,
            @Qualifier("queryDataSource") DataSource database,
            @Value("${jalon.accounts.file:}") String file) {
        return options.demo() ? DemoAccounts.boundTo(options.bind()) : AccountsFile.orStored(file, database);
    }

    @Bean
    AccountKeeper accountKeeper(Accounts accounts, EmbeddedPostgres postgres) {
        return AccountKeeper.of(accounts, () -> postgres.dataSource(DatabaseRole.ACCOUNTS));
    }

    @Bean(destroyMethod = "close")
    StoredAccessRecord accessRecord(@Qualifier("queryDataSource") DataSource database, MeterRegistry meters) {
        return new StoredAccessRecord(database, meters);
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres, DatabaseRole role, int size) {
        return ServiceDatabase.open(postgres.jdbcUrl(), role.user(), postgres.password(role), size, LONGEST_SILENCE);
    }
}
