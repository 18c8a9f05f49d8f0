package fr.jalon.console.recording;

import fr.jalon.console.client.At;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import fr.jalon.events.time.Days;
import fr.jalon.tables.typed.Misread;
import fr.jalon.tables.typed.TypedThings;
import fr.jalon.tables.typed.Typist;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An entry that counts no more, or that somebody contests: why, and who says so. */
@Controller
public final class RemarkPage {
    /** Where an entry's own pages begin. */
    static final String ADDRESS = "/console/territories/{territory}/entries/{entryId}/";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegisterCalls register;
    private final EntryForm form;
    private final InstantSource clock;

    RemarkPage(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.form = new EntryForm(register, clock);
        this.clock = clock;
    }

    @GetMapping(ADDRESS + "{way:retract|contest}")
    String write(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String way,
            Visit visit,
            Model page) {
        return show(territory, entryId, way, Map.of(), visit, page);
    }

    /** What that would change. */
    @PostMapping(ADDRESS + "{way:retract|contest}")
    String rehearse(
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
            Typist typist =
                    new Typist(visit.caller().language(), LocalDate.ofInstant(clock.instant(), Days.ZONE), told -> {});
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
        return show(territory, entryId, way, typed, visit, page);
    }

    /** Records what was shown. */
    @PostMapping(ADDRESS + "{remark:correction|retraction|contest}/record")
    String record(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String remark,
            @RequestParam String entry,
            Visit visit) {
        return RecordPage.done(
                territory, register.remark(visit.caller(), territory, entryId, remark, null, RecordPage.read(entry)));
    }

    /** Takes back what was typed by mistake; the register keeps that it was one. */
    @PostMapping(ADDRESS + "undo")
    String undo(@PathVariable String territory, @PathVariable String entryId, Visit visit) {
        ObjectNode body = JSON.createObjectNode().put("reason", "saisie par erreur");
        return RecordPage.done(
                territory, register.remark(visit.caller(), territory, entryId, "retraction", null, body));
    }

    private String show(
            String territory, String entryId, String way, Map<String, String> typed, Visit visit, Model page) {
        JsonNode item = register.entry(visit.caller(), territory, entryId, At.NOW);
        page.addAttribute("territory", territory);
        page.addAttribute("entryId", entryId);
        page.addAttribute("way", way);
        page.addAttribute("remark", way.equals("retract") ? "retraction" : "contest");
        page.addAttribute("typed", typed);
        page.addAttribute("said", form.said(territory, item.path("entry"), visit));
        page.addAttribute("known", form.things(territory, visit).ofTheTerritory());
        return "remark";
    }
}
