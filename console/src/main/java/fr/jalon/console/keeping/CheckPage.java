package fr.jalon.console.keeping;

import fr.jalon.console.client.At;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Passed;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.CheckState;
import fr.jalon.console.upkeep.KeepingCalls;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the register is as it was sealed, and what to take away to check it elsewhere. */
@Controller
public final class CheckPage {
    private static final String ADDRESS = "/console/check";

    private final RegisterCalls register;
    private final KeepingCalls keeping;

    CheckPage(RegisterCalls register, KeepingCalls keeping) {
        this.register = register;
        this.keeping = keeping;
    }

    @GetMapping(ADDRESS)
    String check(Visit visit, Model page) {
        Together.Asked<byte[]> checkpoint = Together.ask(() -> keeping.checkpoint(visit.caller()));
        Together.Asked<byte[]> key = Together.ask(() -> keeping.key(visit.caller()));
        CheckState state = keeping.check(visit.caller());
        page.addAttribute("check", state);
        page.addAttribute(
                "checked", state.checked() == null ? "" : visit.words().instant(state.checked()));
        page.addAttribute(
                "territories", register.territories(visit.caller(), At.NOW).territories());
        page.addAttribute("checkpoint", new String(checkpoint.get(), StandardCharsets.UTF_8));
        page.addAttribute("key", new String(key.get(), StandardCharsets.UTF_8));
        return "check";
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
