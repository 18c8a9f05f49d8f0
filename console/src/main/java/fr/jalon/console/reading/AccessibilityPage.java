package fr.jalon.console.reading;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What was tried for everybody to be able to use the pages, what fails, and whom to tell; nobody signs in for it. */
@Controller
public final class AccessibilityPage {
    @GetMapping("/console/accessibility")
    String accessibility() {
        return "accessibility";
    }
}
