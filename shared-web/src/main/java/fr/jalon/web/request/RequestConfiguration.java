package fr.jalon.web.request;

import fr.jalon.web.problem.ProblemWriter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters in front of everything, sign-in included. */
@Configuration(proxyBeanMethods = false)
public class RequestConfiguration {
    @Bean
    FilterRegistrationBean<RequestId> requestId() {
        return inFront(new RequestId(), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems) {
        return inFront(new BodyLimit(problems), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    Leaving leaving(@Value("${jalon.stop.notice:0s}") Duration notice) {
        return new Leaving(notice);
    }

    @Bean
    FilterRegistrationBean<Leaving> leavingFilter(Leaving leaving) {
        return inFront(leaving, Ordered.HIGHEST_PRECEDENCE + 2);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> inFront(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
