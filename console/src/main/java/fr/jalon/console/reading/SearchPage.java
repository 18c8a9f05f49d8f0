package fr.jalon.console.reading;

import fr.jalon.console.client.At;
import fr.jalon.console.client.HistoryTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** One field for all that has a name, and all that was ever recorded. */
@Controller
public final class SearchPage {
    private static final String MOST = "20";

    private final RegisterCalls register;

    SearchPage(RegisterCalls register) {
        this.register = register;
    }

    /** A thing that has a name, and the territories whose registers know it. */
    public record Named(String kind, String id, String name, List<String> territories) {}

    @GetMapping("/console/search")
    String search(@RequestParam(defaultValue = "") String text, Visit visit, Model page) {
        page.addAttribute("text", text);
        page.addAttribute("isAsked", !text.isBlank());
        if (!text.isBlank()) {
            Together.Asked<JsonNode> things = Together.ask(() -> register.things(visit.caller(), null, text));
            HistoryTold history = register.history(
                    visit.caller(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    text,
                    "true",
                    MOST,
                    null,
                    new At(null, visit.at().knownAt()));
            page.addAttribute(
                    "entries",
                    EntryRow.of(history.entries(), visit.words(), visit.caller().language()));
            page.addAttribute("things", named(things.get(), visit));
        }
        return "search";
    }

    private static List<Named> named(JsonNode things, Visit visit) {
        return things.path("things")
                .valueStream()
                .map(each -> new Named(
                        visit.words().answers().attribute(each.path("kind").asString("")),
                        each.path("id").asString(""),
                        each.path("name").asString(""),
                        each.path("territories")
                                .valueStream()
                                .map(territory -> territory.asString(""))
                                .toList()))
                .toList();
    }
}
