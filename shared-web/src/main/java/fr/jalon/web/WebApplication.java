package fr.jalon.web;

import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Starts services with what must be known before any configuration is read: one line a log event, and no banner. */
public final class WebApplication {
    private WebApplication() {}

    /** An application of these configurations, one of which imports {@link WebConfiguration}. */
    public static SpringApplication of(Class<?>... configurations) {
        SpringApplication application = new SpringApplication(configurations);
        application.setDefaultProperties(
                Map.of("logging.config", "classpath:fr/jalon/web/logback.xml", "spring.main.banner-mode", "off"));
        return application;
    }
}
