package fr.jalon.console.recording;

import fr.jalon.console.client.At;
import fr.jalon.console.client.Refusal;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.State;
import fr.jalon.console.page.Visit;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import fr.jalon.tables.column.KnownThings.NamedThing;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records what has happened, in three steps; nothing is recorded before somebody saw what it changes. */
@Controller
public final class RecordPage {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegisterCalls register;
    private final InstantSource clock;

    RecordPage(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /** The first step: where, and what has happened. */
    @GetMapping("/console/record")
    String choose(
            @RequestParam(defaultValue = "") String territory,
            @RequestParam(defaultValue = "") String q,
            Visit visit,
            Model page) {
        List<State> all = register.territories(visit.caller(), At.NOW).territories().stream()
                .filter(state -> visit.me().mayRecordIn(state.territory()))
                .toList();
        String chosen = all.size() == 1 ? all.getFirst().territory() : territory;
        page.addAttribute("territories", all);
        page.addAttribute("territory", chosen);
        page.addAttribute("q", q);
        page.addAttribute("families", TypeChoice.having(q, visit.caller().language()));
        return "record-choose";
    }

    /** The second step: which, when, from where. */
    @GetMapping("/console/record/{territory}/{type}")
    String write(
            @PathVariable String territory, @PathVariable String type, Visit visit, HttpSession session, Model page) {
        Map<String, String> typed = new HashMap<>(Source.kept(session));
        typed.put("entryId", UUID.randomUUID().toString());
        typed.put("status", "actual");
        return form(territory, named(type), typed, visit, page);
    }

    /** The third step: what that changes; back to the second where it cannot be. */
    @PostMapping("/console/record/{territory}/{type}")
    String rehearse(
            @PathVariable String territory,
            @PathVariable String type,
            @RequestParam Map<String, String> typed,
            Visit visit,
            HttpSession session,
            Model page) {
        EntryType named = named(type);
        Source.keep(session, typed);
        ObjectNode entry = JSON.createObjectNode();
        entry.put("entryId", id(typed));
        entry.put("territory", territory);
        entry.put("type", type);
        entry.put("status", typed.getOrDefault("status", "actual"));
        if (!typed.getOrDefault("fulfils", "").isBlank()) {
            entry.put("fulfils", typed.get("fulfils"));
        }
        Draft draft = Draft.of(named, entry, typed, things(territory, visit), visit, clock);
        Effect effect = draft.faults().isEmpty()
                ? rehearsed(territory, draft.entry(), visit)
                : new Effect(List.of(), null, draft.faults(), List.of());
        page.addAttribute("effect", effect);
        page.addAttribute("told", draft.told());
        page.addAttribute("said", said(draft.entry(), visit));
        boolean isFit = effect.refusal() == null && effect.faults().isEmpty();
        page.addAttribute("entry", isFit ? draft.entry().toString() : null);
        return form(territory, named, typed, visit, page);
    }

    /** Records what was shown, and nothing else: again is harmless, as the entry has its id. */
    @PostMapping("/console/record/{territory}")
    String record(@PathVariable String territory, @RequestParam String entry, Visit visit) {
        JsonNode receipt = register.record(visit.caller(), territory, null, read(entry));
        return "redirect:/console/record/" + territory + "/done/"
                + receipt.path("entryId").asString("");
    }

    /** That it is recorded, and what may come next. */
    @GetMapping("/console/record/{territory}/done/{entryId}")
    String done(@PathVariable String territory, @PathVariable String entryId, Visit visit, Model page) {
        page.addAttribute("territory", territory);
        page.addAttribute("entryId", entryId);
        JsonNode item = register.entry(visit.caller(), territory, entryId, At.NOW);
        page.addAttribute("said", said(item.path("entry"), visit));
        page.addAttribute("type", item.path("entry").path("type").asString(""));
        return "record-done";
    }

    private String form(String territory, EntryType type, Map<String, String> typed, Visit visit, Model page) {
        Collection<NamedThing> known = things(territory, visit).ofTheTerritory();
        page.addAttribute("territory", territory);
        page.addAttribute("type", type.name());
        page.addAttribute("label", visit.words().labels().of(type));
        page.addAttribute("fields", EntryField.of(type, visit.words()));
        page.addAttribute("source", EntryField.ofTheSource(type, visit.words()));
        page.addAttribute("typed", withWhatIsAlone(type, typed, known, visit));
        page.addAttribute("known", known);
        page.addAttribute("isDated", !type.isAboutTheRegister());
        return "record-write";
    }

    /** Where a territory has one programme, nobody types it. */
    private static Map<String, String> withWhatIsAlone(
            EntryType type, Map<String, String> typed, Collection<NamedThing> known, Visit visit) {
        Map<String, String> filled = new HashMap<>(typed);
        List<NamedThing> programmes =
                known.stream().filter(each -> each.kind().equals("programme")).toList();
        if (programmes.size() == 1 && !type.name().startsWith("programme-")) {
            EntryField.of(type, visit.words()).stream()
                    .filter(field -> "programme".equals(field.thing()) && field.need())
                    .forEach(field -> filled.putIfAbsent(
                            field.name(), programmes.getFirst().name()));
        }
        return filled;
    }

    private Effect rehearsed(String territory, ObjectNode entry, Visit visit) {
        try {
            return Effect.of(register.record(visit.caller(), territory, "true", entry), visit.words());
        } catch (Refusal refusal) {
            return Effect.of(refusal, visit.words());
        }
    }

    private Things things(String territory, Visit visit) {
        return new Things(register, visit.caller(), territory);
    }

    private static String said(JsonNode entry, Visit visit) {
        Language language = visit.caller().language();
        String content = new EntryWords(language, List.of()).content(entry);
        String when = SaidDates.in(language).effective(entry.path("effective"));
        return when.isEmpty() ? content : content + ", " + when;
    }

    private static String id(Map<String, String> typed) {
        return Objects.requireNonNullElseGet(
                typed.get("entryId"), () -> UUID.randomUUID().toString());
    }

    private static EntryType named(String type) {
        return EntryType.named(type).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static JsonNode read(String entry) {
        try {
            return JSON.readTree(entry);
        } catch (JacksonException garbled) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, garbled);
        }
    }
}
