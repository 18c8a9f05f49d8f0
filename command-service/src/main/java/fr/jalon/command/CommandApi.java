package fr.jalon.command;

import fr.jalon.command.api.EntriesController;
import fr.jalon.command.api.Intake;
import fr.jalon.command.api.SenderResolver;
import fr.jalon.command.batch.ManyEntriesController;
import fr.jalon.command.territory.Recorder;
import fr.jalon.people.PersonNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The write side's HTTP, for a service to import. It brings a {@link Recorder} and an {@link InstantSource}. */
@Configuration(proxyBeanMethods = false)
@Import({EntriesController.class, ManyEntriesController.class})
public class CommandApi implements WebMvcConfigurer {
    @Bean
    Intake intake(
            Recorder recorder,
            PersonNames names,
            InstantSource clock,
            MeterRegistry meters,
            @Value("${jalon.command.at-once:512}") int atOnce) {
        return new Intake(recorder, names, clock, meters, atOnce);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SenderResolver());
    }
}
