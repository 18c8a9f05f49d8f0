package fr.jalon.console.recording;

import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An entry written again: it was false, or only vague. The form of its type, filled with what is there. */
@Controller
public final class CorrectionPage {
    private static final String ADDRESS = RemarkPage.ADDRESS + "{way:correct|refine}";

    private final RegisterCalls register;
    private final EntryForm form;

    CorrectionPage(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.form = new EntryForm(register, clock);
    }

    @GetMapping(ADDRESS)
    String write(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String way,
            Visit visit,
            Model page) {
        JsonNode content = form.standing(territory, entryId, visit);
        Map<String, String> typed = form.typed(EntryForm.type(content), content, territory, visit);
        typed.put("entryId", UUID.randomUUID().toString());
        page.addAttribute("way", way);
        return form.show(place(territory, entryId, way, content), typed, visit, page);
    }

    /** What the correction would change. */
    @PostMapping(ADDRESS)
    String rehearse(
            @PathVariable String territory,
            @PathVariable String entryId,
            @PathVariable String way,
            @RequestParam Map<String, String> typed,
            Visit visit,
            Model page) {
        JsonNode content = form.standing(territory, entryId, visit);
        ObjectNode start = (ObjectNode) content.deepCopy();
        start.put("status", typed.getOrDefault("status", "actual"));
        TypedDraft draft = form.draft(territory, EntryForm.type(content), start, typed, visit);
        ObjectNode correction = JsonMapper.shared().createObjectNode();
        correction.put(
                "entryId", typed.getOrDefault("entryId", UUID.randomUUID().toString()));
        correction.put("reason", typed.getOrDefault("reason", "").strip());
        correction.put("kind", way.equals("refine") ? "refined" : "wrong");
        keepNames(content, draft.entry());
        correction.set("entry", draft.entry());
        ForeseenEffect effect = form.rehearsed(
                draft,
                entry -> register.remark(visit.caller(), territory, entryId, "correction", "true", correction),
                visit);
        form.showEffect(territory, draft, effect, correction, visit, page);
        page.addAttribute("way", way);
        return form.show(place(territory, entryId, way, content), typed, visit, page);
    }

    /** A name that the entry gave to what it still speaks of is not lost by its being known meanwhile. */
    private static void keepNames(JsonNode before, ObjectNode now) {
        before.properties().forEach(each -> {
            JsonNode kept = named(each.getValue(), now.path(each.getKey()));
            if (kept != null) {
                now.set(each.getKey(), kept);
            }
        });
    }

    private static @Nullable JsonNode named(JsonNode before, JsonNode now) {
        if (!before.path("name").isString() || !now.path("name").isMissingNode()) {
            return null;
        }
        String id = before.path("id").asString("");
        boolean isTheSame =
                id.equals(now.isString() ? now.stringValue() : now.path("id").asString(""));
        if (!isTheSame) {
            return null;
        }
        ObjectNode named = now instanceof ObjectNode whole
                ? whole.deepCopy()
                : JsonMapper.shared().createObjectNode().put("id", id);
        return named.put("name", before.path("name").stringValue());
    }

    private static EntryForm.Place place(String territory, String entryId, String way, JsonNode content) {
        return new EntryForm.Place(
                territory,
                EntryForm.type(content),
                RecordPage.address(RemarkPage.ADDRESS + way, territory, entryId),
                RecordPage.address(RemarkPage.ADDRESS + "correction/record", territory, entryId));
    }
}
