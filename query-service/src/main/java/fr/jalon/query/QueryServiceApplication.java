package fr.jalon.query;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.query.contract.WholeContract;
import fr.jalon.store.log.RegisterStore;
import fr.jalon.web.WebApplication;
import fr.jalon.web.WebConfiguration;
import fr.jalon.web.access.StoredAccessRecord;
import fr.jalon.web.account.AccountKeeper;
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

/**
 * The read side alone, on a database that was migrated. Needs {@code jalon.database.url}, {@code .user} and
 * {@code .password}: the role {@code jalon_query}. {@code jalon.accounts.file} names the accounts; without it they are
 * those in the database.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, QueryConfiguration.class, WholeContract.class})
public class QueryServiceApplication {
    /** A rebuild makes indexes, and says nothing meanwhile. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    public static void main(String[] arguments) {
        WebApplication.of(QueryServiceApplication.class).run(arguments);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource queryDataSource(
            @Value("${jalon.database.url}") String url,
            @Value("${jalon.database.user:jalon_query}") String user,
            @Value("${jalon.database.password}") String password,
            RegisterStore store) {
        HikariDataSource pool = ServiceDatabase.open(url, user, password, 24, LONGEST_SILENCE);
        ServiceDatabase.require(pool, "events");
        ServiceDatabase.requireStore(pool, store.name());
        return pool;
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Accounts accounts(HikariDataSource queryDataSource, @Value("${jalon.accounts.file:}") String file) {
        return AccountsFile.orStored(file, queryDataSource);
    }

    /** Without the password of the role {@code jalon_accounts} this process changes none. */
    @Bean
    AccountKeeper accountKeeper(
            Accounts accounts,
            @Value("${jalon.database.url}") String url,
            @Value("${jalon.accounts.user:jalon_accounts}") String user,
            @Value("${jalon.accounts.password:}") String password) {
        return password.isEmpty()
                ? AccountKeeper.NONE
                : AccountKeeper.of(accounts, () -> ServiceDatabase.oneByOne(url, user, password));
    }

    @Bean(destroyMethod = "close")
    StoredAccessRecord accessRecord(HikariDataSource queryDataSource, MeterRegistry meters) {
        return new StoredAccessRecord(queryDataSource, meters);
    }
}
