package fr.jalon.query.upkeep;

import fr.jalon.readmodel.rebuild.Rebuild;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The upkeep of the read models over HTTP, where a projection runs. */
@Configuration(proxyBeanMethods = false)
@Import(UpkeepController.class)
public class UpkeepApi {
    @Bean
    Rebuilding rebuilding(Rebuild rebuild) {
        return new Rebuilding(rebuild);
    }
}
