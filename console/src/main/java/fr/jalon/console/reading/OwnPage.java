package fr.jalon.console.reading;

import fr.jalon.console.page.Visit;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is signed in, as what, and the way out. */
@Controller
public final class OwnPage {
    @GetMapping("/console/account")
    String own(Visit visit) {
        return "own";
    }
}
