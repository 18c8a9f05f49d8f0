package fr.jalon.web.policy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may call what. */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {
    @Bean
    WebMvcConfigurer requiredRights() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RequiredRights());
            }
        };
    }
}
