package fr.jalon.console.signin;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands in front of the pages. */
@Configuration(proxyBeanMethods = false)
public class SignInPagesConfiguration {
    /** The pages to sign in with are asked in the same language. */
    @Bean
    FilterRegistrationBean<LanguageFilter> chosenLanguage() {
        FilterRegistrationBean<LanguageFilter> registration = new FilterRegistrationBean<>(new LanguageFilter());
        registration.addUrlPatterns(
                "/console", "/console/*", "/sign-in", "/sign-in/*", "/account", "/account/*", "/device", "/device/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
