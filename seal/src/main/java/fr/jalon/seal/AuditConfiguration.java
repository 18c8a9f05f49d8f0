package fr.jalon.seal;

import fr.jalon.log.SigningKey;
import fr.jalon.people.Erasures;
import fr.jalon.readmodel.processor.ProjectionProcessor;
import fr.jalon.seal.check.Checks;
import fr.jalon.seal.check.SelfCheck;
import fr.jalon.seal.log.AwaitedCopy;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.KeyFile;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.notary.CheckpointMail;
import fr.jalon.seal.notary.MailedDays;
import fr.jalon.seal.notary.Notary;
import fr.jalon.seal.replay.Replay;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.RegisterStore;
import fr.jalon.store.log.StoreUnavailableException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * The seal, for the read side to import. {@code jalon.log.key-file} names the signing key's file; without it this
 * process seals nothing and only proves what another sealed. {@code jalon.log.keep-in} names the directory of kept
 * checkpoints, {@code jalon.check.every} how often all is checked. {@code jalon.log.mail.to} names who is mailed the
 * day's checkpoint, {@code jalon.log.mail.from} by whom; the mail server is Spring's {@code spring.mail}.
 */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {
    /** The key, where this process has one. */
    public record Signing(Optional<SigningKey> key) {}

    /** The log as proofs read it: here, where every event says its index, and with all that is recorded. */
    public record Provable(EventLog log) {}

    /** The notary, where there is a key. */
    record Sealing(Optional<Notary> notary) implements AutoCloseable {
        void start() {
            notary.ifPresent(Notary::start);
        }

        @Override
        public void close() {
            notary.ifPresent(Notary::close);
        }
    }

    /** The mail of checkpoints, where one is asked for. */
    record Mailing(Optional<CheckpointMail> mail) implements AutoCloseable {
        @Override
        public void close() {
            mail.ifPresent(CheckpointMail::close);
        }
    }

    @Bean
    Signing signing(@Value("${jalon.log.key-file:}") String file) {
        return new Signing(file.isBlank() ? Optional.empty() : Optional.of(KeyFile.in(Path.of(file))));
    }

    @Bean
    KeptCheckpoints keptCheckpoints(@Value("${jalon.log.keep-in:}") String directory, InstantSource clock) {
        return directory.isBlank() ? KeptCheckpoints.nowhere() : KeptCheckpoints.in(Path.of(directory), clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sealing sealing(
            @Qualifier("queryDataSource") DataSource database, EventLog log, Signing signing, KeptCheckpoints kept) {
        return new Sealing(signing.key().map(key -> new Notary(database, log, key, kept)));
    }

    @Bean
    SealedLog sealedLog(@Qualifier("queryDataSource") DataSource database) {
        return new SealedLog(database);
    }

    @Bean
    Provable provable(@Qualifier("queryDataSource") DataSource database, EventLog log, RegisterStore store) {
        EventLog here = new PostgresEventLog(database);
        return new Provable(store.isElsewhere() ? new AwaitedCopy(log, here, Proofs.PATIENCE) : here);
    }

    @Bean
    Proofs proofs(Provable provable, SealedLog sealed, Signing signing) {
        return new Proofs(provable.log(), sealed, signing.key().map(SigningKey::verifier));
    }

    @Bean
    Replay replay(EventLog log) {
        return new Replay(log);
    }

    @Bean(destroyMethod = "close")
    SelfCheck selfCheck(
            @Qualifier("queryDataSource") DataSource database,
            EventLog log,
            RegisterStore store,
            SealedLog sealed,
            KeptCheckpoints kept,
            Signing signing,
            ProjectionProcessor projection,
            InstantSource clock,
            @Value(Erasures.REGISTER) String register,
            @Value("${jalon.check.every:1h}") Duration interval) {
        SelfCheck check = new SelfCheck(
                new Checks(
                                database,
                                log,
                                sealed,
                                kept,
                                signing.key().map(SigningKey::verifier).stream().toList(),
                                store.name(),
                                register,
                                clock)
                        .of(store.isElsewhere(), projection.tracking(), projection.check()),
                sealed::size,
                clock);
        check.every(interval);
        return check;
    }

    @Bean(destroyMethod = "close")
    Mailing mailing(
            @Value("${jalon.log.mail.to:}") List<String> to,
            @Value("${jalon.log.mail.from:}") String from,
            @Value("${jalon.log.mail.look-every:1m}") Duration look,
            ObjectProvider<JavaMailSender> sender,
            SealedLog sealed,
            @Qualifier("queryDataSource") DataSource database,
            InstantSource clock) {
        if (to.isEmpty()) {
            return new Mailing(Optional.empty());
        }
        JavaMailSender server = sender.getIfAvailable();
        if (from.isBlank() || server == null) {
            throw new IllegalStateException("Checkpoints are to be mailed (jalon.log.mail.to), but not by whom"
                    + " (jalon.log.mail.from) or over which server (spring.mail.host)");
        }
        CheckpointMail mail = new CheckpointMail(server, from, to, sealed::checkpoint, new MailedDays(database), clock);
        mail.start(look);
        return new Mailing(Optional.of(mail));
    }

    /** Not a number while the log is away. */
    @Bean
    MeterBinder sealMetrics(EventLog log, SealedLog sealed) {
        return meters -> Gauge.builder("jalon.seal.lag", () -> lag(log, sealed))
                .description("Entries of the log that are not sealed yet")
                .register(meters);
    }

    private static double lag(EventLog log, SealedLog sealed) {
        try {
            // The seal first, for it only grows towards the log.
            long leaves = sealed.size();
            return log.head() - leaves;
        } catch (StoreUnavailableException | DataAccessException away) {
            return Double.NaN;
        }
    }

    @Bean
    HealthIndicator sealHealthIndicator(Sealing sealing, SelfCheck check, Mailing mailing) {
        return new SealHealth(
                sealing.notary().orElse(null), check, mailing.mail().orElse(null));
    }
}
