package fr.jalon.query;

import fr.jalon.axonserver.mirror.MirrorConfiguration;
import fr.jalon.people.PeopleConfiguration;
import fr.jalon.query.audit.AuditApi;
import fr.jalon.query.upkeep.UpkeepApi;
import fr.jalon.readmodel.processor.ProjectionConfiguration;
import fr.jalon.seal.AuditConfiguration;
import fr.jalon.seal.PackConfiguration;
import fr.jalon.web.health.DatabaseHealth;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read side, for a process to import. It brings a data source {@code queryDataSource} on a migrated database. */
@Configuration(proxyBeanMethods = false)
@Import({
    PeopleConfiguration.class,
    MirrorConfiguration.class,
    ProjectionConfiguration.class,
    AuditConfiguration.class,
    PackConfiguration.class,
    QueryApi.class,
    PersonsApi.class,
    UpkeepApi.class,
    AuditApi.class
})
public class QueryConfiguration {
    @Bean
    HealthIndicator queryDatabaseHealthIndicator(@Qualifier("queryDataSource") DataSource database) {
        return new DatabaseHealth(database);
    }
}
