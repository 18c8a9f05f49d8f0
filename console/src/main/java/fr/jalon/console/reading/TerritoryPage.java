package fr.jalon.console.reading;

import fr.jalon.console.client.AgendaTold;
import fr.jalon.console.client.HistoryTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.client.TerritoryTimeline;
import fr.jalon.console.frise.Frises;
import fr.jalon.console.page.Citation;
import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.FactRow;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import fr.jalon.events.meaning.SubjectKind;
import fr.jalon.events.said.SaidDates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A territory: its state on the day, what is to come, what was last recorded, and why anything is so. */
@Controller
public final class TerritoryPage {
    private static final String LATEST = "5";

    private final RegisterCalls register;
    private final Frises frises;

    TerritoryPage(RegisterCalls register, Frises frises) {
        this.register = register;
        this.frises = frises;
    }

    @GetMapping("/console/territories/{territory}")
    String territory(@PathVariable String territory, Visit visit, Model page) {
        Together.Asked<AgendaTold> agenda = Together.ask(() -> register.agenda(visit.caller(), territory, visit.at()));
        Together.Asked<HistoryTold> latest = Together.ask(() -> register.historyOf(
                visit.caller(), territory, "true", LATEST, visit.at().on(null)));
        Together.Asked<HistoryTold> meetings = Meeting.asked(register, territory, visit);
        Together.Asked<ResponseEntity<TerritoryTimeline>> timeline =
                Together.ask(() -> frises.timeline(territory, visit));
        ResponseEntity<StateTold> answer = register.state(visit.caller(), territory, visit.at());
        StateTold state = Objects.requireNonNull(answer.getBody());
        page.addAttribute("state", state);
        String name =
                Objects.requireNonNullElseGet(state.name(), () -> visit.places().name(territory));
        page.addAttribute("name", name);
        page.addAttribute("time", frises.view(timeline.get(), name, visit));
        page.addAttribute("cards", cards(state, visit.words()));
        page.addAttribute("outlook", outlook(state, visit));
        page.addAttribute("citation", Citation.of(answer));
        page.addAttribute(
                "coming",
                agenda.get().items().stream()
                        .filter(item -> item.type() == null)
                        .map(item -> Awaited.of(item, territory, visit.words()))
                        .toList());
        page.addAttribute(
                "latest",
                EntryRow.of(
                        latest.get().entries(), visit.words(), visit.caller().language()));
        page.addAttribute("meetings", Meeting.of(meetings.get().entries(), visit.words()));
        return "territory";
    }

    /** On which entries a fact rests, what is in doubt about it, and what would settle that. */
    @GetMapping("/console/territories/{territory}/why")
    String why(
            @PathVariable String territory,
            @RequestParam String subject,
            @RequestParam(defaultValue = "") String key,
            Visit visit,
            Model page) {
        page.addAttribute("territory", territory);
        page.addAttribute(
                "why",
                Explained.of(
                        register.why(
                                visit.caller(), territory, key.isEmpty() ? subject : subject + ":" + key, visit.at()),
                        id -> register.entry(
                                visit.caller(), territory, id, visit.at().on(null)),
                        visit));
        return "why";
    }

    /** Its facts, a card for each subject. */
    static List<FactRow.Card> cards(StateTold state, Words words) {
        List<FactRow.Card> cards = new ArrayList<>();
        SubjectKind.all().stream().map(SubjectKind::code).forEach(subject -> {
            List<FactRow> facts = state.facts().getOrDefault(subject, List.of()).stream()
                    .map(fact -> FactRow.of(subject, fact, words))
                    .toList();
            if (!facts.isEmpty()) {
                cards.add(new FactRow.Card(subject, words.answers().subject(subject), facts));
            }
        });
        return cards;
    }

    private static List<FactRow.Announced> outlook(StateTold state, Visit visit) {
        SaidDates dates = SaidDates.in(visit.caller().language());
        return state.outlook().stream()
                .map(announced -> new FactRow.Announced(
                        announced.entryId(),
                        visit.words().answers().type(announced.type()),
                        visit.words().value(announced.value()),
                        visit.words().answers().status(announced.status()),
                        announced.effective() == null ? null : dates.effective(announced.effective()),
                        announced.contested()))
                .toList();
    }
}
