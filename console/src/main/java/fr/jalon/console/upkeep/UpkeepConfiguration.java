package fr.jalon.console.upkeep;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The calls that keep, made as all others are. */
@Configuration(proxyBeanMethods = false)
public class UpkeepConfiguration {
    @Bean
    KeepingCalls keepingCalls(HttpServiceProxyFactory calls) {
        return calls.createClient(KeepingCalls.class);
    }

    @Bean
    HealthCalls healthCalls(HttpServiceProxyFactory calls) {
        return calls.createClient(HealthCalls.class);
    }
}
