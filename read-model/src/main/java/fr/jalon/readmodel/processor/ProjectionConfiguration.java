package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.SearchedWords;
import fr.jalon.readmodel.rebuild.Rebuild;
import fr.jalon.readmodel.tracking.ProjectionSettings;
import fr.jalon.store.axon.LogStorageEngine;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.entry.EntryCodec;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The projection, for the read side to import. It brings a data source {@code queryDataSource}, and how words are kept.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {
    private static final int POLL_MILLIS = 20;

    /**
     * The running projection. It shares the log of a write side in this process, which wakes it at each append; alone,
     * it asks for new entries many times a second.
     */
    @Bean(initMethod = "start", destroyMethod = "close")
    ProjectionProcessor projectionProcessor(
            @Qualifier("queryDataSource") DataSource database,
            ObjectProvider<EventStore> logs,
            SearchedWords words,
            @Value("${jalon.projection.node:}") String node,
            @Value("${jalon.projection.segments:8}") int segments) {
        EventStore log = logs.getIfUnique(() -> EmbeddedEventStore.builder()
                .storageEngine(LogStorageEngine.onPostgres(database, EntryCodec.CURRENT, RecordedClock.system()))
                .fetchDelay(POLL_MILLIS)
                .build());
        String name = node.isBlank() ? UUID.randomUUID().toString() : node;
        return new ProjectionProcessor(database, log, ProjectionSettings.of(name, segments), words);
    }

    @Bean
    Rebuild rebuild(ProjectionProcessor projection) {
        return projection.rebuild();
    }

    @Bean
    ParkedTerritories parkedTerritories(ProjectionProcessor projection) {
        return projection.parked();
    }

    @Bean
    HealthIndicator projectionHealthIndicator(ProjectionProcessor projection) {
        return new ProjectionHealth(projection);
    }

    @Bean
    ProjectionMetrics projectionMetrics(ProjectionProcessor projection) {
        return new ProjectionMetrics(projection);
    }
}
