package fr.jalon.console.reading;

import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One entry whole: its words, its source, who recorded it and when, and what was said of it since. */
@Controller
public final class EntryPage {
    private final RegisterCalls register;

    EntryPage(RegisterCalls register) {
        this.register = register;
    }

    @GetMapping("/console/territories/{territory}/entries/{entryId}")
    String entry(@PathVariable String territory, @PathVariable String entryId, Visit visit, Model page) {
        page.addAttribute(
                "entry",
                EntryShown.of(
                        register.entry(
                                visit.caller(), territory, entryId, visit.at().on(null)),
                        id -> register.entry(
                                visit.caller(), territory, id, visit.at().on(null)),
                        visit));
        return "entry";
    }
}
