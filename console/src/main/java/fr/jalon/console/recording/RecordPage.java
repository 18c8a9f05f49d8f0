package fr.jalon.console.recording;

import fr.jalon.console.client.At;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.page.Visit;
import fr.jalon.events.entry.EntryType;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
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
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records what has happened, in three steps; nothing is recorded before somebody saw what it changes. */
@Controller
public final class RecordPage {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What an entry may say of another one. */
    private static final List<String> OF_ANOTHER = List.of("fulfils", "target");

    /** What is said of another entry and written here; the rest of it has pages of its own. */
    private static final String GIVEN_UP = "announcement-abandoned";

    private final RegisterCalls register;
    private final EntryForm form;
    private final MeetingDesk desk;

    RecordPage(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.form = new EntryForm(register, clock);
        this.desk = new MeetingDesk(register);
    }

    /** The first step: where, and what has happened. */
    @GetMapping("/console/record")
    String choose(
            @RequestParam(defaultValue = "") String territory,
            @RequestParam(defaultValue = "") String q,
            Visit visit,
            Model page) {
        List<StateTold> all = register.territories(visit.caller(), At.NOW).territories().stream()
                .filter(state -> visit.me().mayRecordIn(state.territory()))
                .toList();
        page.addAttribute("territories", all);
        page.addAttribute("territory", all.size() == 1 ? all.getFirst().territory() : territory);
        page.addAttribute("q", q);
        page.addAttribute("families", TypeChoice.having(q, visit.caller().language()));
        return "record-choose";
    }

    /** The second step: which, when, from where. */
    @GetMapping("/console/record/{territory}/{type}")
    String write(
            @PathVariable String territory,
            @PathVariable String type,
            @RequestParam Map<String, String> given,
            Visit visit,
            HttpSession session,
            Model page) {
        Map<String, String> typed = new HashMap<>(LastSource.kept(session));
        typed.put("entryId", UUID.randomUUID().toString());
        typed.put("status", "actual");
        typed.putAll(given);
        showMeeting(territory, session, page);
        return form.show(place(territory, type), typed, visit, page);
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
        LastSource.keep(session, typed);
        rehearse(place(territory, type), typed, visit, page);
        showMeeting(territory, session, page);
        return form.show(place(territory, type), typed, visit, page);
    }

    private void rehearse(EntryForm.Place place, Map<String, String> typed, Visit visit, Model page) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("entryId", typed.getOrDefault("entryId", UUID.randomUUID().toString()));
        entry.put("territory", place.territory());
        entry.put("type", place.type().name());
        entry.put("status", typed.getOrDefault("status", "actual"));
        OF_ANOTHER.stream()
                .filter(field -> !typed.getOrDefault(field, "").isBlank())
                .forEach(field -> entry.put(field, typed.get(field)));
        TypedDraft draft = form.draft(place.territory(), place.type(), entry, typed, visit);
        ForeseenEffect effect =
                form.rehearsed(draft, body -> register.record(visit.caller(), place.territory(), "true", body), visit);
        form.showEffect(place.territory(), draft, effect, draft.entry(), visit, page);
    }

    /** Records what was shown, and nothing else: again is harmless, as the entry has its id. */
    @PostMapping("/console/record/{territory}")
    String record(@PathVariable String territory, @RequestParam String entry, Visit visit, HttpSession session) {
        JsonNode receipt = register.record(visit.caller(), territory, null, read(entry));
        OpenMeeting.of(session, territory).ifPresent(meeting -> desk.recorded(meeting, receipt, visit));
        return done(territory, receipt);
    }

    /** That it is recorded, and what may come next. */
    @GetMapping("/console/record/{territory}/done/{entryId}")
    String done(
            @PathVariable String territory,
            @PathVariable String entryId,
            @RequestParam(defaultValue = "0") String position,
            Visit visit,
            HttpSession session,
            Model page) {
        showMeeting(territory, session, page);
        page.addAttribute("territory", territory);
        page.addAttribute("entryId", entryId);
        JsonNode item = register.recorded(visit.caller(), territory, entryId, position);
        page.addAttribute("said", form.said(territory, item.path("entry"), visit));
        page.addAttribute(
                "mayUndo",
                !"entry-retracted".equals(item.path("entry").path("type").asString("")));
        return "record-done";
    }

    /** The meeting that it is recorded from, if any. */
    private static void showMeeting(String territory, HttpSession session, Model page) {
        OpenMeeting.of(session, territory).ifPresent(meeting -> page.addAttribute("meeting", meeting));
    }

    /** Where an entry of a type is written and recorded. */
    static EntryForm.Place place(String territory, String type) {
        EntryType named = EntryType.named(type)
                .filter(each -> !each.isAboutTheRegister() || each.name().equals(GIVEN_UP))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String recordAt = address("/console/record/{territory}", territory);
        return new EntryForm.Place(
                territory, named, address("/console/record/{territory}/{type}", territory, type), recordAt);
    }

    /** The redirection to the page after a recording; a browser that comes back does not record again. */
    static String done(String territory, JsonNode receipt) {
        return "redirect:"
                + address(
                        "/console/record/{territory}/done/{entry}?position={position}",
                        territory,
                        receipt.path("entryId").asString(""),
                        receipt.path("position").asString("0"));
    }

    static String address(String template, Object... given) {
        return UriComponentsBuilder.fromUriString(template)
                .encode()
                .buildAndExpand(given)
                .toUriString();
    }

    static JsonNode read(String entry) {
        try {
            return JSON.readTree(entry);
        } catch (JacksonException garbled) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, garbled);
        }
    }
}
