package fr.jalon.console.keeping;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** These pages are of now: no date is chosen on them. */
@ControllerAdvice({"fr.jalon.console.keeping", "fr.jalon.console.importing", "fr.jalon.console.recording"})
final class KeepingAdvice {
    @ModelAttribute("undated")
    boolean undated() {
        return true;
    }
}
