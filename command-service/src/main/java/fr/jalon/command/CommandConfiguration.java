package fr.jalon.command;

import fr.jalon.axonserver.AxonServerConfiguration;
import fr.jalon.axonserver.AxonServerConfiguration.RegisterStore;
import fr.jalon.axonserver.AxonServerEventLog;
import fr.jalon.axonserver.AxonServerLogWriter;
import fr.jalon.command.api.Recorder;
import fr.jalon.command.axon.Territories;
import fr.jalon.command.route.CommandRoute;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.events.register.Register;
import fr.jalon.store.CaffeineCache;
import fr.jalon.store.EntryCodec;
import fr.jalon.store.LogStorageEngine;
import fr.jalon.store.RecordedClock;
import fr.jalon.web.health.DatabaseHealth;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The write side, for a process to import. It brings a data source {@code commandDataSource} on a migrated database. */
@Configuration(proxyBeanMethods = false)
@Import({CommandApi.class, AxonServerConfiguration.class})
public class CommandConfiguration {
    @Bean(destroyMethod = "close")
    LogStorageEngine commandStorage(
            @Qualifier("commandDataSource") DataSource database, RegisterStore store, RecordedClock clock) {
        EntryCodec codec = new EntryCodec();
        return store.axonServer()
                .map(server -> LogStorageEngine.over(
                        new AxonServerEventLog(server), new AxonServerLogWriter(server), database, codec, clock))
                .orElseGet(() -> LogStorageEngine.onPostgres(database, codec, clock));
    }

    /** The log with its readers in this process, who are woken by each append. */
    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore commandEventStore(LogStorageEngine commandStorage) {
        return EmbeddedEventStore.builder().storageEngine(commandStorage).build();
    }

    /** The write side's door; so many territories at most keep their registers in memory. */
    @Bean(destroyMethod = "close")
    Territories territories(
            EmbeddedEventStore commandEventStore, @Value("${jalon.command.cached-territories:1000}") long cached) {
        return new Territories(commandEventStore, new CaffeineCache(2 * cached));
    }

    @Bean
    HealthIndicator commandDatabaseHealthIndicator(@Qualifier("commandDataSource") DataSource database) {
        return new DatabaseHealth(database);
    }

    /** The way of commands between processes, where Axon Server brings them. */
    record Route(Optional<CommandRoute> route) implements AutoCloseable {
        void open() {
            route.ifPresent(CommandRoute::open);
        }

        @Override
        public void close() {
            route.ifPresent(CommandRoute::close);
        }
    }

    @Bean(initMethod = "open", destroyMethod = "close")
    Route route(RegisterStore store, Territories territories) {
        return new Route(store.axonServer().map(server -> new CommandRoute(server, territories::record)));
    }

    @Bean
    Recorder recorder(Territories territories, Route route) {
        return new Recorder() {
            @Override
            public Decision record(RecordEntry command, Map<String, String> metadata) {
                return route.route()
                        .map(way -> way.record(command, metadata))
                        .orElseGet(() -> territories.record(command, metadata));
            }

            @Override
            public Register register(String territory) {
                return territories.register(territory);
            }
        };
    }
}
