package fr.jalon.console.page;

import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.signin.PageTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What pages take from a request, and the files that they are drawn with. */
@Configuration(proxyBeanMethods = false)
@Import({PageAdvice.class, NoSuchPage.class})
public class PageConfiguration implements WebMvcConfigurer {
    /** Where machines that look around are told what is theirs; nobody signs in for it. */
    public static final String ROBOTS = "/robots.txt";

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final RegisterCalls register;
    private final PageTokens tokens;
    private final InstantSource clock;

    PageConfiguration(@Lazy RegisterCalls register, @Lazy PageTokens tokens, @Lazy InstantSource clock) {
        this.register = register;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitArgument(register, tokens, clock));
    }

    /** Their names change with their content, so that they are kept as long as anybody likes. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/console/static/**")
                .addResourceLocations("classpath:/fr/jalon/console/static/")
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler(ROBOTS).addResourceLocations("classpath:/fr/jalon/console/static/");
    }

    @Bean
    FrenchText frenchText() {
        return new FrenchText();
    }

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> namesOfFiles() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> registration =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.addUrlPatterns("/console", "/console/*");
        return registration;
    }
}
