package fr.jalon.console.keeping;

import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.KeepingCalls;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who was kept for long enough: each leads to the page on which an erasure is asked for. */
@Controller
public final class RetentionPage {
    private final KeepingCalls keeping;

    RetentionPage(KeepingCalls keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/console/persons/retention")
    String retention(Visit visit, Model page) {
        page.addAttribute("kept", keeping.retention(visit.caller()));
        return "retention";
    }
}
