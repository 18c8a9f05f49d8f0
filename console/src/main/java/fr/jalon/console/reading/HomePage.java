package fr.jalon.console.reading;

import fr.jalon.console.client.HistoryTold;
import fr.jalon.console.client.Me;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.FactRow;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: to each role what is theirs. */
@Controller
public final class HomePage {
    private static final String LATEST = "8";

    private final RegisterCalls register;
    private final MessageSource words;

    HomePage(RegisterCalls register, MessageSource words) {
        this.register = register;
        this.words = words;
    }

    private String said(String key, Visit visit) {
        return words.getMessage(key, null, visit.caller().language().locale());
    }

    /** A territory in a list. */
    public record Territory(
            String territory, String name, @Nullable FactRow carrier, int facts, boolean mine) {}

    /** The address that people type. */
    @GetMapping("/")
    String root() {
        return "redirect:/console";
    }

    @GetMapping("/console")
    String home(Visit visit, Model page) {
        Me me = visit.me();
        if (me.funder().isPresent() && me.roles().size() == 1) {
            return "redirect:" + visit.to("/console/funders/" + me.funder().get());
        }
        Together.Asked<HistoryTold> latest = Together.ask(() -> register.history(
                visit.caller(),
                mine(me).orElse(null),
                null,
                null,
                null,
                null,
                null,
                "true",
                LATEST,
                null,
                visit.at().on(null)));
        List<Together.Asked<List<Awaited>>> waiting = me.coordinated().stream()
                .map(each -> Together.ask(() -> waiting(each, visit)))
                .toList();
        StateTold.All all = register.territories(visit.caller(), visit.at());
        page.addAttribute("territories", territories(all, visit));
        if (me.mayOversee()) {
            page.addAttribute("live", visit.at().knownAt() == null);
            page.addAttribute(
                    "map",
                    Mapped.of(
                            said("home.map", visit),
                            all,
                            state -> state.facts().getOrDefault("coordination-carrier", List.of()),
                            said("home.no-carrier", visit),
                            visit));
        }
        page.addAttribute("watchpoints", me.mayOversee() ? watchpoints(all, visit) : List.of());
        page.addAttribute(
                "latest",
                EntryRow.of(
                        latest.get().entries(), visit.words(), visit.caller().language()));
        page.addAttribute(
                "waiting", waiting.stream().flatMap(each -> each.get().stream()).toList());
        return "home";
    }

    private List<Awaited> waiting(String territory, Visit visit) {
        return register.agenda(visit.caller(), territory, visit.at()).items().stream()
                .filter(item -> item.type() != null)
                .map(item -> Awaited.of(item, territory, visit.words()))
                .toList();
    }

    private static Optional<String> mine(Me me) {
        return me.coordinated().stream().findFirst().filter(one -> !me.isNational());
    }

    /** A watchpoint, and where it was raised. */
    public record Watchpoint(String territory, String name, FactRow fact) {}

    private static List<Watchpoint> watchpoints(StateTold.All all, Visit visit) {
        return all.territories().stream()
                .flatMap(state -> state.facts().getOrDefault("watchpoint", List.of()).stream()
                        .map(fact -> new Watchpoint(
                                state.territory(),
                                Objects.requireNonNullElse(state.name(), state.territory()),
                                FactRow.of("watchpoint", fact, visit.words()))))
                .toList();
    }

    private static List<Territory> territories(StateTold.All all, Visit visit) {
        return all.territories().stream()
                .map(state -> new Territory(
                        state.territory(),
                        Objects.requireNonNullElse(state.name(), state.territory()),
                        state.facts().getOrDefault("coordination-carrier", List.of()).stream()
                                .findFirst()
                                .map(fact -> FactRow.of("coordination-carrier", fact, visit.words()))
                                .orElse(null),
                        state.facts().values().stream().mapToInt(List::size).sum(),
                        visit.me().coordinated().contains(state.territory())))
                .toList();
    }
}
