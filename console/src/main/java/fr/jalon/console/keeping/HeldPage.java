package fr.jalon.console.keeping;

import fr.jalon.console.page.SaidField;
import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.HeldOfPerson;
import fr.jalon.console.upkeep.KeepingCalls;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** All that is held of a person, to be printed and given to them (<i>droit d'accès</i>). */
@Controller
public final class HeldPage {
    private final KeepingCalls keeping;
    private final InstantSource clock;

    HeldPage(KeepingCalls keeping, InstantSource clock) {
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * An entry that names the person, whole.
     *
     * @param said what it is, in words
     */
    public record Held(
            String territory,
            long position,
            String recordedAt,
            String said,
            String effective,
            List<SaidField> fields,
            List<SaidField> source,
            @Nullable String quote,
            @Nullable String note) {
        static Held of(HeldOfPerson.NamedIn named, Visit visit) {
            Language language = visit.caller().language();
            EntryWords words = new EntryWords(language, List.of());
            JsonNode entry = named.entry() == null ? MissingNode.getInstance() : named.entry();
            JsonNode source = entry.path("source");
            return new Held(
                    named.territory(),
                    named.position(),
                    visit.words().instant(named.recordedAt()),
                    visit.words().answers().type(entry.path("type").asString("")),
                    SaidDates.in(language).effective(entry.path("effective")),
                    SaidField.ofContent(entry, words, visit),
                    SaidField.ofSource(source, words, visit),
                    text(source, "quote"),
                    text(entry, "note"));
        }

        private static @Nullable String text(JsonNode node, String field) {
            return node.path(field).isString() ? node.path(field).stringValue() : null;
        }
    }

    @GetMapping("/console/persons/{person}/held")
    String held(@PathVariable String person, Visit visit, Model page) {
        HeldOfPerson held = HeldOfPerson.of(keeping.person(visit.caller(), person));
        page.addAttribute("held", held);
        page.addAttribute("who", name(held));
        page.addAttribute("today", clock.instant());
        page.addAttribute(
                "entries",
                held.entries().stream().map(each -> Held.of(each, visit)).toList());
        return "held";
    }

    /** What the person is called, as it was recorded last; else the id. */
    private static String name(HeldOfPerson held) {
        return held.entries().reversed().stream()
                .map(HeldOfPerson.NamedIn::entry)
                .map(entry -> entry == null ? MissingNode.getInstance() : entry)
                .map(entry -> entry.path("entry").isObject() ? entry.path("entry") : entry)
                .map(entry -> entry.at("/person/name").asString(""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(held.person());
    }
}
