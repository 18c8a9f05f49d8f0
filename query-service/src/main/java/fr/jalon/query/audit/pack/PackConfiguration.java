package fr.jalon.query.audit.pack;

import fr.jalon.query.audit.AuditConfiguration.Signing;
import fr.jalon.query.audit.Proofs;
import fr.jalon.query.audit.SealedLog;
import fr.jalon.store.PostgresEventLog;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Audit packs, for the read side to import beside the seal. */
@Configuration(proxyBeanMethods = false)
public class PackConfiguration {
    @Bean
    AuditPacks auditPacks(
            @Qualifier("queryDataSource") DataSource database, SealedLog sealed, Proofs proofs, Signing signing) {
        return new AuditPacks(new PostgresEventLog(database), sealed, proofs, signing.key());
    }
}
