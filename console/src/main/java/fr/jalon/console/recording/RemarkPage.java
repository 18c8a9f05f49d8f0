package fr.jalon.console.recording;

import fr.jalon.console.client.At;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.tables.typed.Misread;
import fr.jalon.tables.typed.TypedThings;
import fr.jalon.tables.typed.Typist;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is said of an entry that is there: corrected, made more precise, retracted, contested, come true, given up. */
@Controller
public final class RemarkPage {
    private static final String ADDRESS = "/console/territories/{territory}/entries/{entryId}/";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is the announcement's own: what came of it has its own source. */
    private static final List<String> OF_THE_ANNOUNCEMENT = List.of("effective", "note");

    private final RegisterCalls register;
    private final EntryForm form;
    private final InstantSource clock;

    RemarkPage(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.form = new EntryForm(register, clock);
        this.clock = clock;
    }

    /** The form of a correction, filled with what is there. */
    @GetMapping(ADDRESS + "{way:correct|refine}")
    String correct(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String way,
            Visit visit,
            Model page) {
        JsonNode content = content(territory, entryId, visit);
        Map<String, String> typed = form.typed(type(content), content, territory, visit);
        typed.put("entryId", UUID.randomUUID().toString());
        page.addAttribute("way", way);
        return form.show(place(territory, entryId, way, content), typed, visit, page);
    }

    /** What the correction would change. */
    @PostMapping(ADDRESS + "{way:correct|refine}")
    String rehearse(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String way,
            @RequestParam Map<String, String> typed,
            Visit visit,
            Model page) {
        JsonNode content = content(territory, entryId, visit);
        ObjectNode start = (ObjectNode) content.deepCopy();
        start.put("status", typed.getOrDefault("status", "actual"));
        TypedDraft draft = form.draft(territory, type(content), start, typed, visit);
        ObjectNode body = JSON.createObjectNode();
        body.put("entryId", typed.getOrDefault("entryId", UUID.randomUUID().toString()));
        body.put("reason", typed.getOrDefault("reason", "").strip());
        body.put("kind", way.equals("refine") ? "refined" : "wrong");
        body.set("entry", draft.entry());
        ForeseenEffect effect = form.rehearsed(
                draft, entry -> register.remark(visit.caller(), territory, entryId, "correction", "true", body), visit);
        form.showEffect(draft, effect, body, visit, page);
        page.addAttribute("way", way);
        return form.show(place(territory, entryId, way, content), typed, visit, page);
    }

    /** The form of a retraction or a contest: why, and who says so. */
    @GetMapping(ADDRESS + "{way:retract|contest}")
    String say(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String way,
            Visit visit,
            Model page) {
        return remark(territory, entryId, way, new HashMap<>(), visit, page);
    }

    /** What that would change. */
    @PostMapping(ADDRESS + "{way:retract|contest}")
    String rehearseRemark(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String way,
            @RequestParam Map<String, String> typed,
            Visit visit,
            Model page) {
        ObjectNode body = JSON.createObjectNode();
        body.put("entryId", UUID.randomUUID().toString());
        body.put("reason", typed.getOrDefault("reason", "").strip());
        Map<String, String> faults = new HashMap<>();
        String by = typed.getOrDefault("by", "");
        if (way.equals("contest") && !by.isBlank()) {
            Typist typist = new Typist(visit.caller().language(), today(), told -> {});
            try {
                body.set("by", new TypedThings(form.things(territory, visit), typist).one(by, "organisation"));
            } catch (Misread misread) {
                faults.put("by", misread.sentence());
            }
        }
        String remark = way.equals("retract") ? "retraction" : "contest";
        TypedDraft draft = new TypedDraft(body, List.of(), faults);
        ForeseenEffect effect = form.rehearsed(
                draft, said -> register.remark(visit.caller(), territory, entryId, remark, "true", said), visit);
        page.addAttribute("effect", effect);
        page.addAttribute("entry", effect.isFit() ? body.toString() : null);
        return remark(territory, entryId, way, typed, visit, page);
    }

    /** Records what was shown. */
    @PostMapping(ADDRESS + "{remark:correction|retraction|contest}/record")
    String record(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String remark,
            @RequestParam String entry,
            Visit visit) {
        return Done.page(
                territory, register.remark(visit.caller(), territory, entryId, remark, null, RecordPage.read(entry)));
    }

    /** Takes back what was typed by mistake; the register keeps that it was one. */
    @PostMapping(ADDRESS + "undo")
    String undo(@PathVariable String territory, @PathVariable String entryId, Visit visit) {
        ObjectNode body = JSON.createObjectNode().put("reason", "saisie par erreur");
        return Done.page(territory, register.remark(visit.caller(), territory, entryId, "retraction", null, body));
    }

    /** What was announced has come: the same, on a day until today, to be made more precise. */
    @GetMapping(ADDRESS + "fulfil")
    String fulfil(@PathVariable String territory, @PathVariable String entryId, Visit visit, Model page) {
        JsonNode content = content(territory, entryId, visit);
        Map<String, String> typed = form.typed(type(content), content, territory, visit);
        typed.keySet().removeIf(name -> name.startsWith("source.") || OF_THE_ANNOUNCEMENT.contains(name));
        typed.put("status", "actual");
        typed.put("fulfils", entryId);
        typed.put(
                "effective",
                Written.date(
                        byToday(content.path("effective").asString("")),
                        visit.caller().language()));
        typed.put("entryId", UUID.randomUUID().toString());
        return form.show(RecordPage.place(territory, type(content).name()), typed, visit, page);
    }

    /** What was announced will not come. */
    @GetMapping(ADDRESS + "abandon")
    String abandon(@PathVariable String territory, @PathVariable String entryId) {
        return "redirect:"
                + RecordPage.address(
                        "/console/record/{territory}/announcement-abandoned?target={entry}", territory, entryId);
    }

    private String remark(
            String territory, String entryId, String way, Map<String, String> typed, Visit visit, Model page) {
        JsonNode item = register.entry(visit.caller(), territory, entryId, At.NOW);
        page.addAttribute("territory", territory);
        page.addAttribute("entryId", entryId);
        page.addAttribute("way", way);
        page.addAttribute("remark", way.equals("retract") ? "retraction" : "contest");
        page.addAttribute("typed", typed);
        page.addAttribute("said", EntryForm.said(item.path("entry"), visit));
        page.addAttribute("known", form.things(territory, visit).ofTheTerritory());
        return "remark";
    }

    private static EntryForm.Place place(String territory, String entryId, String way, JsonNode content) {
        return new EntryForm.Place(
                territory,
                type(content),
                RecordPage.address(ADDRESS + way, territory, entryId),
                RecordPage.address(ADDRESS + "correction/record", territory, entryId));
    }

    /** As it was last corrected by what still stands. */
    private JsonNode content(String territory, String entryId, Visit visit) {
        JsonNode item = register.entry(visit.caller(), territory, entryId, At.NOW);
        JsonNode content = item.path("entry");
        for (JsonNode id : item.path("correctedBy")) {
            JsonNode correction = register.entry(visit.caller(), territory, id.asString(""), At.NOW);
            if (correction.path("retractedBy").isNull()) {
                content = correction.path("entry").path("entry");
            }
        }
        return content;
    }

    private static EntryType type(JsonNode content) {
        return EntryType.named(content.path("type").asString(""))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Days.ZONE);
    }

    /** Some day since the first on which it was to come: nobody is made to say one that they do not know. */
    private String byToday(String announced) {
        LocalDate today = today();
        try {
            LocalDate first = Effective.parse(announced).start().window().earliest();
            return Days.isBounded(first) && first.isBefore(today) ? "[" + first + ".." + today + "]" : today.toString();
        } catch (MalformedDate newer) {
            return today.toString();
        }
    }
}
