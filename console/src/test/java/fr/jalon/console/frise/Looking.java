package fr.jalon.console.frise;

import fr.jalon.console.client.At;
import fr.jalon.console.client.Caller;
import fr.jalon.console.client.Me;
import fr.jalon.console.page.TwoDates;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import fr.jalon.events.language.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An auditor who looks at a page in French. */
final class Looking {
    static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private Looking() {}

    static Visit at(String asOf, @Nullable String knownAt, Map<String, String> asked) {
        Words words = Words.in(Language.FRENCH);
        LocalDate day = LocalDate.parse(asOf);
        return new Visit(
                new Caller("token", Language.FRENCH),
                new Me("auditor", List.of("auditor")),
                words,
                new At(asOf, knownAt),
                new TwoDates(day, words.day(day), false, knownAt, knownAt, List.of()),
                "/console/territories/lille/frise",
                asked,
                territory -> territory);
    }
}
