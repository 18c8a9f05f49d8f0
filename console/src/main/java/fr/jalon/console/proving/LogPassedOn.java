package fr.jalon.console.proving;

import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import fr.jalon.events.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.RequestContextUtils;
import tools.jackson.databind.JsonNode;

/** The log's proofs as the register has them, for scripts of the console's pages, which ask nobody else. */
@RestController
public final class LogPassedOn {
    private final RegisterCalls register;

    LogPassedOn(RegisterCalls register) {
        this.register = register;
    }

    @GetMapping(
            path = "/console/territories/{territory}/entries/{entryId}/proof",
            produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode proof(@PathVariable String entryId, Visit visit) {
        return register.proof(visit.caller(), entryId);
    }

    @GetMapping(path = "/console/log/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String keys(Visit visit) {
        return register.logKeys(visit.caller());
    }

    @GetMapping(path = "/console/log/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode consistency(@RequestParam String from, @RequestParam String to, Visit visit) {
        return register.consistency(visit.caller(), from, to);
    }

    /** In the reader's language, for the page to show. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedCall refusal, HttpServletRequest request) {
        String language =
                Language.of(RequestContextUtils.getLocale(request)).locale().getLanguage();
        return ResponseEntity.status(refusal.problem().status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("detail", refusal.sentence(language)));
    }
}
