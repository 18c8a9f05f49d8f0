package fr.jalon.console.reading;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that read. */
@Configuration(proxyBeanMethods = false)
@Import({
    HomePage.class,
    TerritoryPage.class,
    EntryPage.class,
    EntriesPage.class,
    DifferencePage.class,
    FunderPage.class,
    SearchPage.class,
    OwnPage.class,
    ReplayPage.class,
    CarriedPages.class,
    CitedAddress.class,
    AccessibilityPage.class
})
public class ReadingPages {}
