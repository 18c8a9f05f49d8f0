package fr.jalon.command;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.log.RegisterStore;
import fr.jalon.web.WebApplication;
import fr.jalon.web.WebConfiguration;
import fr.jalon.web.access.StoredAccessRecord;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.AccountsFile;
import fr.jalon.web.start.ServiceDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * The write side alone, on a database that was migrated. Needs {@code jalon.database.url}, {@code .user} and
 * {@code .password}: the role {@code jalon_command}. {@code jalon.accounts.file} names the accounts; without it they
 * are those in the database.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, CommandConfiguration.class})
@PropertySource("classpath:fr/jalon/command/command.properties")
public class CommandService {
    /** No statement of the write side takes long; an append has a limit of its own. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

    public static void main(String[] arguments) {
        WebApplication.of(CommandService.class).run(arguments);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource commandDataSource(
            @Value("${jalon.database.url}") String url,
            @Value("${jalon.database.user:jalon_command}") String user,
            @Value("${jalon.database.password}") String password,
            RegisterStore store) {
        HikariDataSource pool = ServiceDatabase.open(url, user, password, 12, LONGEST_SILENCE);
        ServiceDatabase.require(pool, "events");
        ServiceDatabase.requireStore(pool, store.name());
        return pool;
    }

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
    Accounts accounts(HikariDataSource commandDataSource, @Value("${jalon.accounts.file:}") String file) {
        return AccountsFile.orStored(file, commandDataSource);
    }

    @Bean(destroyMethod = "close")
    StoredAccessRecord accessRecord(HikariDataSource commandDataSource, MeterRegistry meters) {
        return new StoredAccessRecord(commandDataSource, meters);
    }
}
