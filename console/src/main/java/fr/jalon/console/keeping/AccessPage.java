package fr.jalon.console.keeping;

import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.AccessPart;
import fr.jalon.console.upkeep.KeepingCalls;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who looked, who was refused, what was carried away: the latest first. */
@Controller
public final class AccessPage {
    private static final String PAGE = "50";
    private static final List<String> KINDS = List.of(
            "signed-in", "sign-in-failed", "refused", "carried-away", "names-seen", "upkeep", "account-changed");

    private final KeepingCalls keeping;

    AccessPage(KeepingCalls keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/console/access")
    String access(Visit visit, Model page) {
        Map<String, String> asked = visit.asked();
        AccessPart part = keeping.access(
                visit.caller(),
                asked.get("account"),
                asked.get("kind"),
                asked.get("from"),
                asked.get("to"),
                PAGE,
                asked.get("after"));
        page.addAttribute("accesses", part.accesses());
        page.addAttribute("kinds", KINDS);
        page.addAttribute("next", part.next() == null ? null : visit.with("after", part.next()));
        return "access";
    }
}
