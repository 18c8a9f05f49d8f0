package fr.jalon.web.request;

import fr.jalon.web.problem.ProblemWriter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters in front of everything, sign-in included, and what is asked of every call's parameters after it. */
@Configuration(proxyBeanMethods = false)
public class RequestConfiguration implements WebMvcConfigurer {
    /** People write addresses of pages by hand: what a page does not ask is no fault. */
    private static final String PAGES = "/console/**";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).excludePathPatterns(PAGES);
    }

    @Bean
    WebMvcRegistrations pathFirst() {
        return PathFirst.registrations();
    }

    @Bean
    FilterRegistrationBean<RequestId> requestId() {
        return registered(new RequestId(), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems) {
        return registered(new BodyLimit(problems), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    /**
     * Inside the limit of size, around everything else, sign-in included.
     *
     * @param grace what a body, or whoever takes an answer in, may lose before its pace counts
     */
    @Bean
    FilterRegistrationBean<Pace> pace(
            @Value("${jalon.pace.grace:20s}") Duration grace, @Value("${jalon.pace.bytes-per-second:512}") int pace) {
        return registered(new Pace(grace, pace), Ordered.HIGHEST_PRECEDENCE + 3);
    }

    /**
     * Tomcat itself, but for connections that take too long to say what they want, or that dribble what nobody reads.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> promptness() {
        return factory -> {
            factory.setProtocol(PromptHttp11Protocol.class.getName());
            factory.addEngineValves(new UnreadBody());
        };
    }

    @Bean
    Leaving leaving(@Value("${jalon.stop.notice:0s}") Duration notice) {
        return new Leaving(notice);
    }

    @Bean
    FilterRegistrationBean<Leaving> leavingFilter(Leaving leaving) {
        return registered(leaving, Ordered.HIGHEST_PRECEDENCE + 2);
    }

    /** Behind sign-in: nobody's form is read before it is known who sent it. */
    @Bean
    FilterRegistrationBean<ReadableParameters> readableParameters(ProblemWriter problems) {
        return registered(new ReadableParameters(problems), Ordered.LOWEST_PRECEDENCE);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> registered(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
