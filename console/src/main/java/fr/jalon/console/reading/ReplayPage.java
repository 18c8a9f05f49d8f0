package fr.jalon.console.reading;

import fr.jalon.console.client.At;
import fr.jalon.console.client.DifferenceTold;
import fr.jalon.console.client.HistoryTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A register as it came to be, entry by entry. A step is asked for by its number, as what is known there and what was
 * learned since the one before: a page never waits for a whole replay.
 */
@Controller
public final class ReplayPage {
    private static final String ONE = "1";

    private final RegisterCalls register;

    ReplayPage(RegisterCalls register) {
        this.register = register;
    }

    /** A step, and how many there are. */
    public record Step(long number, long of) {
        static Step among(long asked, long all) {
            return new Step(Math.clamp(asked, 1, Math.max(1, all)), all);
        }
    }

    /** What a step moved: its sentence, and where it stands in the state after it. */
    public record Moved(String sentence, String place) {}

    @GetMapping("/console/territories/{territory}/replay")
    String replay(
            @PathVariable String territory, @RequestParam(defaultValue = "1") long step, Visit visit, Model page) {
        At day = visit.at().knownAt(null);
        StateTold now = Objects.requireNonNull(
                register.state(visit.caller(), territory, day).getBody());
        Step here = Step.among(step, now.position());
        At then = day.knownAt(Long.toString(here.number()));
        String before = Long.toString(here.number() - 1);
        Together.Asked<HistoryTold> entry =
                Together.ask(() -> register.historyOf(visit.caller(), territory, "true", ONE, then.on(null)));
        Together.Asked<DifferenceTold> learned =
                Together.ask(() -> register.learned(visit.caller(), territory, before, then.knownAt(), day));
        StateTold state = Objects.requireNonNull(
                register.state(visit.caller(), territory, then).getBody());
        List<Moved> moved = moved(learned.get(), visit.words());
        page.addAttribute("territory", territory);
        page.addAttribute("name", Objects.requireNonNullElse(now.name(), territory));
        page.addAttribute("step", here);
        page.addAttribute(
                "entries",
                EntryRow.of(entry.get().entries(), visit.words(), visit.caller().language()));
        page.addAttribute("moved", moved);
        page.addAttribute("places", moved.stream().map(Moved::place).collect(Collectors.toSet()));
        page.addAttribute("cards", TerritoryPage.cards(state, visit.words()));
        return "replay";
    }

    private static List<Moved> moved(DifferenceTold learned, Words words) {
        return Stream.of(learned.ended(), learned.changed(), learned.began())
                .flatMap(changes -> Objects.requireNonNullElse(changes, List.<DifferenceTold.Change>of()).stream())
                .map(change -> new Moved(
                        change.sentence().getOrDefault(words.code(), ""), change.subject() + " " + change.key()))
                .toList();
    }
}
