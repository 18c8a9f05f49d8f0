package fr.jalon.console.keeping;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that keep. */
@Configuration(proxyBeanMethods = false)
@Import({
    CheckPage.class,
    AccountsPage.class,
    AccessPage.class,
    PersonsPage.class,
    HeldPage.class,
    RetentionPage.class,
    RedactionPage.class,
    KeepingAdvice.class
})
public class KeepingPages {}
