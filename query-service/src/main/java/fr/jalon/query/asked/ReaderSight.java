package fr.jalon.query.asked;

import fr.jalon.answers.Sight;
import fr.jalon.web.account.Actor;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** What whoever sent a request may see. */
public final class ReaderSight {
    private static final Sight OF_NOBODY = new Sight(".nobody", (territory, giver) -> false, organisation -> false);

    private ReaderSight() {}

    public static Sight of(Actor actor) {
        return actor.maySeeAllAmounts()
                ? Sight.OF_ALL
                : new Sight(mark(actor), actor::maySeeAmounts, actor::maySeeTotalsOf);
    }

    static Sight of(@Nullable Principal principal) {
        return principal instanceof Authentication signedIn && signedIn.getPrincipal() instanceof Actor actor
                ? of(actor)
                : OF_NOBODY;
    }

    /** As a tag may be written: a header has several with commas between. */
    private static String mark(Actor actor) {
        return "." + actor.roleAndScope().replace(',', '+');
    }
}
