package fr.jalon.console.keeping;

import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.page.Visit;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page that follows says of something that was done, or refused. */
final class Ended {
    private Ended() {}

    /** Does it, and goes to a page that says what was done, by the name of its words. */
    static String with(Runnable done, String words, String page, Visit visit, RedirectAttributes next) {
        try {
            done.run();
            next.addFlashAttribute("done", words);
        } catch (RefusedCall refusal) {
            next.addFlashAttribute("refused", refusal.sentence(visit.words().code()));
        }
        return "redirect:" + page;
    }
}
