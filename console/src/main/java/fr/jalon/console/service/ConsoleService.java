package fr.jalon.console.service;

import fr.jalon.console.ConsoleConfiguration;
import fr.jalon.console.client.RegisterAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The console by itself: {@code jalon.console.register} says where the register answers, {@code jalon.issuer} who signs
 * people in.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ConsoleConfiguration.class, ElsewhereConfiguration.class})
public class ConsoleService {
    private static final Map<String, Object> DEFAULTS = Map.of(
            "server.address", "127.0.0.1",
            "server.shutdown", "graceful",
            "spring.threads.virtual.enabled", "true",
            "spring.main.banner-mode", "off",
            "management.endpoints.web.exposure.include", "health",
            "management.endpoint.health.probes.enabled", "true",
            "server.servlet.session.cookie.name", "jalon-console",
            "server.servlet.session.cookie.same-site", "lax",
            "server.servlet.session.tracking-modes", "cookie",
            "server.servlet.session.timeout", "30m");

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(ConsoleService.class);
        application.setDefaultProperties(DEFAULTS);
        return application.run(arguments);
    }

    @Bean
    RegisterAddress register(@Value("${jalon.console.register}") URI register) {
        return () -> register;
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** French, unless English is asked for. */
    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.FRENCH, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.FRENCH);
        return resolver;
    }
}
