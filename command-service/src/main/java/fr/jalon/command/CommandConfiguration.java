package fr.jalon.command;

import fr.jalon.axonserver.AxonServer;
import fr.jalon.axonserver.AxonServerConfiguration;
import fr.jalon.command.api.Intake;
import fr.jalon.command.axon.TerritoryGateway;
import fr.jalon.command.draft.DraftRetention;
import fr.jalon.command.draft.Drafts;
import fr.jalon.command.draft.DraftsController;
import fr.jalon.command.keeping.ErasureEntries;
import fr.jalon.command.keeping.ErasureHealth;
import fr.jalon.command.route.CommandRoute;
import fr.jalon.command.territory.Recorder;
import fr.jalon.people.Erasures;
import fr.jalon.people.KeyWrap;
import fr.jalon.people.NameSeal;
import fr.jalon.people.PeopleConfiguration;
import fr.jalon.people.PersonKeys;
import fr.jalon.people.PersonNames;
import fr.jalon.people.SealedTexts;
import fr.jalon.people.TextKeys;
import fr.jalon.store.axon.CaffeineCache;
import fr.jalon.store.axon.LogStorageEngine;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.log.RegisterStore;
import fr.jalon.web.health.DatabaseHealth;
import fr.jalon.web.start.RefusedStart;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The write side, for a process to import. It brings a data source {@code commandDataSource} on a migrated database.
 */
@Configuration(proxyBeanMethods = false)
@Import({CommandApi.class, DraftsController.class, AxonServerConfiguration.class, PeopleConfiguration.class})
public class CommandConfiguration {
    @Bean(destroyMethod = "close")
    LogStorageEngine commandStorage(
            @Qualifier("commandDataSource") DataSource database, RegisterStore store, RecordedClock clock) {
        return LogStorageEngine.over(store.log(database), store.writer(database), database, EntryCodec.CURRENT, clock);
    }

    /** The log with its readers in this process, who are woken by each append. */
    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore commandEventStore(LogStorageEngine commandStorage) {
        return EmbeddedEventStore.builder().storageEngine(commandStorage).build();
    }

    /** Records in this process; so many territories at most keep their registers in memory. */
    @Bean(destroyMethod = "close")
    TerritoryGateway territories(
            EmbeddedEventStore commandEventStore, @Value("${jalon.command.cached-territories:1000}") long cached) {
        return new TerritoryGateway(commandEventStore, new CaffeineCache(2 * cached));
    }

    /** Seals names before an entry goes anywhere. */
    @Bean
    PersonNames personNames(@Qualifier("commandDataSource") DataSource database, KeyWrap wrap) {
        PersonKeys keys = new PersonKeys(database, wrap);
        TextKeys ofTexts = new TextKeys(database, wrap);
        if (!keys.areOurs() || !ofTexts.areOurs()) {
            throw new RefusedStart(PersonKeys.NOT_OURS);
        }
        return new PersonNames(new NameSeal(keys, ofTexts));
    }

    @Bean
    Drafts drafts(@Qualifier("commandDataSource") DataSource database, KeyWrap wrap) {
        return new Drafts(database, new SealedTexts(wrap));
    }

    @Bean(destroyMethod = "close")
    DraftRetention draftRetention(Drafts drafts, InstantSource clock) {
        return new DraftRetention(drafts, clock);
    }

    /** Records erasures in the register of the national level. */
    @Bean(destroyMethod = "close")
    ErasureEntries erasureEntries(
            @Qualifier("commandDataSource") DataSource database,
            Intake intake,
            @Value(Erasures.REGISTER) String register) {
        return new ErasureEntries(new Erasures(database), intake, register);
    }

    @Bean
    HealthIndicator erasuresHealthIndicator(
            @Qualifier("commandDataSource") DataSource database, @Value(Erasures.REGISTER) String register) {
        return new ErasureHealth(new Erasures(database), register);
    }

    @Bean
    HealthIndicator commandDatabaseHealthIndicator(@Qualifier("commandDataSource") DataSource database) {
        return new DatabaseHealth(database);
    }

    /** Records in this process, or where Axon Server brings the commands of several. */
    @Bean
    @Primary
    Recorder recorder(Optional<AxonServer> axonServer, TerritoryGateway territories) {
        return axonServer
                .<Recorder>map(server -> new CommandRoute(server, territories))
                .orElse(territories);
    }
}
