package fr.jalon.console;

import fr.jalon.console.client.ClientConfiguration;
import fr.jalon.console.frise.FrisePages;
import fr.jalon.console.importing.ImportPages;
import fr.jalon.console.keeping.KeepingPages;
import fr.jalon.console.live.LivePages;
import fr.jalon.console.page.PageConfiguration;
import fr.jalon.console.proving.ProvingPages;
import fr.jalon.console.reading.ReadingPages;
import fr.jalon.console.recording.RecordingPages;
import fr.jalon.console.signin.SignInPagesConfiguration;
import fr.jalon.console.upkeep.UpkeepConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * All of the console, for a service to import. The service says where the register is
 * ({@link fr.jalon.console.client.RegisterAddress}) and with which token it is asked
 * ({@link fr.jalon.console.signin.PageTokens}).
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ClientConfiguration.class,
    UpkeepConfiguration.class,
    SignInPagesConfiguration.class,
    PageConfiguration.class,
    ReadingPages.class,
    FrisePages.class,
    RecordingPages.class,
    ImportPages.class,
    KeepingPages.class,
    ProvingPages.class,
    LivePages.class
})
@PropertySource("classpath:fr/jalon/console/console.properties")
public class ConsoleConfiguration {}
