package fr.jalon.query.audit.pack;

import fr.jalon.query.audit.AuditConfiguration.Provable;
import fr.jalon.query.audit.AuditConfiguration.Signing;
import fr.jalon.query.audit.Proofs;
import fr.jalon.query.audit.SealedLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Audit packs, for the read side to import beside the seal. */
@Configuration(proxyBeanMethods = false)
public class PackConfiguration {
    @Bean
    AuditPacks auditPacks(Provable provable, SealedLog sealed, Proofs proofs, Signing signing) {
        return new AuditPacks(provable.log(), sealed, proofs, signing.key());
    }
}
