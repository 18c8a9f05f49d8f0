package fr.jalon.console.page;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Every address of the console that no page has: people are told so on a page. */
@Controller
public final class NoSuchPage {
    /** Spring calls it, for the advice to answer. */
    @SuppressWarnings("DoNotCallSuggester")
    @GetMapping("/console/{first:(?!static$).+}/**")
    String none(Visit visit) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
