package fr.jalon.web.share;

import fr.jalon.web.problem.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The share that every account has of a service. */
@Configuration(proxyBeanMethods = false)
public class ShareConfiguration {
    private static final int RETRY_SECONDS = 1;

    /** All requests together are bounded by the connections; only what one account may have is bounded here. */
    @Bean
    WebMvcConfigurer requestShares(@Value("${jalon.requests.per-account:100}") int share) {
        RequestShares shares = new RequestShares(
                new Shares(Integer.MAX_VALUE, share, RETRY_SECONDS, Problems.unavailable(RETRY_SECONDS)));
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(shares);
            }
        };
    }
}
