package fr.jalon.console.reading;

import fr.jalon.console.client.At;
import fr.jalon.console.client.HistoryTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.Visit;
import fr.jalon.events.entry.EntryType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that was recorded, the latest first: by who, what, where, when. */
@Controller
public final class EntriesPage {
    private static final String PAGE = "50";

    private final RegisterCalls register;

    EntriesPage(RegisterCalls register) {
        this.register = register;
    }

    /** A choice of a list: its value, and what it is called. */
    public record Choice(String value, String label) {}

    @GetMapping("/console/history")
    String history(Visit visit, Model page) {
        Map<String, String> asked = visit.asked();
        At known = new At(null, visit.at().knownAt());
        HistoryTold history = register.history(
                visit.caller(),
                asked.get("territory"),
                asked.get("type"),
                asked.get("actor"),
                asked.get("from"),
                asked.get("to"),
                asked.get("text"),
                "true",
                PAGE,
                asked.get("after"),
                known);
        page.addAttribute(
                "entries",
                EntryRow.of(history.entries(), visit.words(), visit.caller().language()));
        page.addAttribute("next", next(history.next(), visit));
        page.addAttribute("types", types(visit));
        page.addAttribute(
                "territories",
                register.territories(visit.caller(), known).territories().stream()
                        .map(each -> new Choice(each.territory(), each.name() == null ? each.territory() : each.name()))
                        .toList());
        return "history";
    }

    private static @Nullable String next(@Nullable String after, Visit visit) {
        return after == null ? null : visit.with("after", after);
    }

    static List<Choice> types(Visit visit) {
        return EntryType.all().stream()
                .map(type -> new Choice(type.name(), visit.words().answers().type(type.name())))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }
}
