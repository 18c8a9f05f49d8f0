package fr.jalon.web;

import fr.jalon.web.openapi.OpenApiConfiguration;
import fr.jalon.web.policy.PolicyConfiguration;
import fr.jalon.web.problem.ProblemConfiguration;
import fr.jalon.web.request.RequestConfiguration;
import fr.jalon.web.security.SecurityLogConfiguration;
import fr.jalon.web.share.ShareConfiguration;
import fr.jalon.web.signin.SignInConfiguration;
import fr.jalon.web.token.TokenConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * All of the web edge, for a service to import. The service brings {@link fr.jalon.web.account.Accounts} and a
 * {@link fr.jalon.web.access.AccessRecord}; its own properties win over those set here.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ProblemConfiguration.class,
    RequestConfiguration.class,
    SecurityLogConfiguration.class,
    PolicyConfiguration.class,
    ShareConfiguration.class,
    TokenConfiguration.class,
    SignInConfiguration.class,
    OpenApiConfiguration.class
})
@PropertySource("classpath:fr/jalon/web/web.properties")
public class WebConfiguration {}
