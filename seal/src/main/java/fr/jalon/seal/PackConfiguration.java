package fr.jalon.seal;

import fr.jalon.seal.AuditConfiguration.Provable;
import fr.jalon.seal.AuditConfiguration.Signing;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.pack.AuditPacks;
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
