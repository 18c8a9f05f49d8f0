package fr.jalon.console.reading;

import fr.jalon.console.page.Visit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is signed in, as what, and the way out. */
@Controller
public final class OwnPage {
    private final boolean isKeptHere;

    /** @param issuer who signs people in where that is not done here, and what they prove it with is kept there */
    OwnPage(@Value("${jalon.issuer:}") String issuer) {
        this.isKeptHere = issuer.isEmpty();
    }

    @GetMapping("/console/account")
    String own(Visit visit, Model page) {
        page.addAttribute("undated", true);
        page.addAttribute("isKeptHere", isKeptHere);
        return "own";
    }
}
