package fr.jalon.query.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The sealed log and its check over HTTP, where the seal is configured. */
@Configuration(proxyBeanMethods = false)
@Import({LogController.class, CheckController.class, ReplayController.class, PackDesk.class, AuditPackController.class})
public class AuditApi {}
