package fr.jalon.web.security;

import fr.jalon.web.access.AccessRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One security log a process. */
@Configuration(proxyBeanMethods = false)
public class SecurityLogConfiguration {
    @Bean
    SecurityLog securityLog(AccessRecord record) {
        return new SecurityLog(new Repeats(), record);
    }
}
