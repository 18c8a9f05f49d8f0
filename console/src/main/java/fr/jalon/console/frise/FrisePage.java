package fr.jalon.console.frise;

import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.client.TerritoryTimeline;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The frise of a territory by itself, on a page and as a file. */
@Controller
public final class FrisePage {
    private final RegisterCalls register;
    private final Frises frises;

    FrisePage(RegisterCalls register, Frises frises) {
        this.register = register;
        this.frises = frises;
    }

    @GetMapping("/console/territories/{territory}/frise")
    String frise(@PathVariable String territory, Visit visit, Model page) {
        Together.Asked<ResponseEntity<TerritoryTimeline>> timeline =
                Together.ask(() -> frises.timeline(territory, visit));
        ResponseEntity<StateTold> state = register.state(visit.caller(), territory, visit.at());
        String name = name(Objects.requireNonNull(state.getBody()));
        page.addAttribute("name", name);
        page.addAttribute("territory", territory);
        page.addAttribute("time", frises.view(timeline.get(), name, visit));
        return "frise";
    }

    @GetMapping("/console/territories/{territory}/frise.svg")
    ResponseEntity<String> file(@PathVariable String territory, Visit visit) {
        register.carriedAway(visit.caller(), "drawing", territory);
        Together.Asked<ResponseEntity<TerritoryTimeline>> timeline =
                Together.ask(() -> frises.timeline(territory, visit));
        StateTold state = Objects.requireNonNull(
                register.state(visit.caller(), territory, visit.at()).getBody());
        return DrawingFile.of(frises.view(timeline.get(), name(state), visit).svg(), "frise-" + territory);
    }

    private static String name(StateTold state) {
        return Objects.requireNonNullElse(state.name(), state.territory());
    }
}
