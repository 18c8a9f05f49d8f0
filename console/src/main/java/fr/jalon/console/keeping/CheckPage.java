package fr.jalon.console.keeping;

import fr.jalon.console.client.At;
import fr.jalon.console.client.Caller;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Passed;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.CheckState;
import fr.jalon.console.upkeep.HealthCalls;
import fr.jalon.console.upkeep.HealthTold;
import fr.jalon.console.upkeep.KeepingCalls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;

/** Whether the register is as it was sealed, and what to take away to check it elsewhere. */
@Controller
public final class CheckPage {
    private static final String ADDRESS = "/console/check";

    private static final Logger LOG = LoggerFactory.getLogger(CheckPage.class);

    private final RegisterCalls register;
    private final KeepingCalls keeping;
    private final HealthCalls healths;
    private final MessageSource words;

    CheckPage(RegisterCalls register, KeepingCalls keeping, HealthCalls healths, MessageSource words) {
        this.register = register;
        this.keeping = keeping;
        this.healths = healths;
        this.words = words;
    }

    @GetMapping(ADDRESS)
    String check(Visit visit, Model page) {
        Together.Asked<byte[]> checkpoint = Together.ask(() -> keeping.checkpoint(visit.caller()));
        Together.Asked<byte[]> key = Together.ask(() -> keeping.key(visit.caller()));
        Together.Asked<Optional<HealthTold>> health = Together.ask(() -> health(visit.caller()));
        CheckState state = keeping.check(visit.caller());
        page.addAttribute("check", state);
        page.addAttribute(
                "checked", state.checked() == null ? "" : visit.words().instant(state.checked()));
        page.addAttribute(
                "territories", register.territories(visit.caller(), At.NOW).territories());
        page.addAttribute("checkpoint", new String(checkpoint.get(), StandardCharsets.UTF_8));
        page.addAttribute("key", new String(key.get(), StandardCharsets.UTF_8));
        page.addAttribute("isWell", health.get().map(HealthTold::isUp).orElse(null));
        page.addAttribute(
                "health",
                health.get()
                        .map(told -> HealthInWords.of(told, words, visit.words(), visit.places()))
                        .orElse(List.of()));
        return "check";
    }

    /** None where it is not told here: what stands between may pass the contract on alone. */
    private Optional<HealthTold> health(Caller caller) {
        try {
            return Optional.of(healths.health(caller));
        } catch (RestClientException notTold) {
            LOG.warn("The register's health is not told here: {}", notTold.getMessage());
            return Optional.empty();
        }
    }

    @PostMapping(ADDRESS)
    String start(Visit visit) {
        keeping.startCheck(visit.caller());
        return "redirect:" + ADDRESS;
    }

    /** All that somebody needs to check a register, or all of them, without us. */
    @GetMapping(ADDRESS + "/pack")
    ResponseEntity<byte[]> pack(@RequestParam(defaultValue = "") String territory, Visit visit) {
        return Passed.on(territory.isEmpty() ? keeping.pack(visit.caller()) : keeping.pack(visit.caller(), territory));
    }
}
