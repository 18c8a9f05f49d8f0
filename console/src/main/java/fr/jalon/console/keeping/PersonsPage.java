package fr.jalon.console.keeping;

import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.HeldOfPerson;
import fr.jalon.console.upkeep.KeepingCalls;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the register holds of a person, their name kept from view, and their erasure, confirmed by another account. */
@Controller
public final class PersonsPage {
    private static final String ADDRESS = "/console/persons";

    private final KeepingCalls keeping;

    PersonsPage(KeepingCalls keeping) {
        this.keeping = keeping;
    }

    /** An entry that names the person, in words. */
    public record NamedIn(String territory, long position, String entryId, String recordedAt, String said) {}

    @GetMapping(ADDRESS)
    String persons(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "false") boolean texts,
            Visit visit,
            Model page) {
        page.addAttribute("id", id.strip());
        if (!id.isBlank()) {
            try {
                HeldOfPerson held = HeldOfPerson.of(keeping.person(visit.caller(), id.strip()));
                page.addAttribute("held", held);
                page.addAttribute("named", named(held.entries(), visit));
                if (texts) {
                    page.addAttribute(
                            "mentions",
                            keeping.mentions(visit.caller(), id.strip()).mentions());
                }
            } catch (RefusedCall refusal) {
                page.addAttribute("refused", refusal.sentence(visit.words().code()));
            }
        }
        HeldOfPerson.Erasures all = keeping.erasures(visit.caller());
        List<HeldOfPerson.Erasure> erasures = all.erasures();
        page.addAttribute("erasures", erasures);
        Map<String, String> waiting = all.waiting();
        page.addAttribute(
                "waiting", waiting == null ? null : waiting.get(visit.words().code()));
        page.addAttribute("limitations", keeping.limitations(visit.caller()).limitations());
        page.addAttribute(
                "isAsked", erasures.stream().anyMatch(each -> id.strip().equals(each.person())));
        return "persons";
    }

    /** Asks for it, or confirms what another account asked for: by the same call. */
    @PostMapping(ADDRESS + "/{person}/erasure")
    String erase(@PathVariable String person, @RequestParam String reason, Visit visit, RedirectAttributes next) {
        return Ended.with(
                () -> {
                    HeldOfPerson.Erasure erasure =
                            keeping.erase(visit.caller(), person, Map.of("reason", reason.strip()));
                    next.addFlashAttribute("state", erasure.state());
                },
                "persons.ended",
                of(person),
                visit,
                next);
    }

    /** Keeps the name from all but the national team, or lifts that again. */
    @PostMapping(ADDRESS + "/{person}/{what:limitation|lifting}")
    String limit(
            @PathVariable String person,
            @PathVariable String what,
            @RequestParam String reason,
            Visit visit,
            RedirectAttributes next) {
        Map<String, Object> why = Map.of("reason", reason.strip());
        boolean isLifted = what.equals("lifting");
        return Ended.with(
                () -> {
                    if (isLifted) {
                        keeping.lift(visit.caller(), person, why);
                    } else {
                        keeping.limit(visit.caller(), person, why);
                    }
                },
                isLifted ? "persons.lifted" : "persons.limited",
                of(person),
                visit,
                next);
    }

    private static String of(String person) {
        return UriComponentsBuilder.fromPath(ADDRESS)
                .queryParam("id", "{id}")
                .encode()
                .buildAndExpand(person)
                .toUriString();
    }

    private static List<NamedIn> named(List<HeldOfPerson.NamedIn> entries, Visit visit) {
        Language language = visit.caller().language();
        EntryWords words = new EntryWords(language, List.of());
        return entries.stream()
                .map(each -> new NamedIn(
                        each.territory(),
                        each.position(),
                        each.entryId(),
                        visit.words().instant(each.recordedAt()),
                        each.entry() == null
                                ? ""
                                : words.content(each.entry()) + ", "
                                        + SaidDates.in(language)
                                                .effective(each.entry().path("effective"))))
                .toList();
    }
}
