package fr.jalon.console.frise;

import fr.jalon.console.client.RegisterCalls;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that draw time. */
@Configuration(proxyBeanMethods = false)
@Import({FrisePage.class, SubjectPage.class})
public class FrisePages {
    @Bean
    Frises frises(RegisterCalls register, InstantSource clock) {
        return new Frises(register, clock);
    }
}
