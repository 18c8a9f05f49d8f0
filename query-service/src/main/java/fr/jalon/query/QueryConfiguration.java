package fr.jalon.query;

import fr.jalon.query.api.QueryApi;
import fr.jalon.query.projection.ProjectionConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The read side, for a process to import. It brings a data source {@code queryDataSource} on a migrated database. */
@Configuration(proxyBeanMethods = false)
@Import({QueryApi.class, ProjectionConfiguration.class})
public class QueryConfiguration {}
