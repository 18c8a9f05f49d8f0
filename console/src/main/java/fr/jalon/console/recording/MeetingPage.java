package fr.jalon.console.recording;

import fr.jalon.console.client.At;
import fr.jalon.console.client.MeetingDraft;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.events.language.Language;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Meetings (<i>séances</i>): begun, resumed by whoever may record there, ended with a summary to mail. */
@Controller
public final class MeetingPage {
    private static final String MEETINGS = "/console/meetings";
    private static final String ONE = MEETINGS + "/{territory}/{id}";

    private static final Set<String> DATES = Set.of("asserted", "published");

    private final RegisterCalls register;
    private final MeetingDesk desk;

    MeetingPage(RegisterCalls register) {
        this.register = register;
        this.desk = new MeetingDesk(register);
    }

    /** A territory's meetings. */
    public record Place(String territory, String name, List<Row> meetings) {}

    /** A meeting in a list. */
    public record Row(String id, String title, int entries, String touchedBy, String touchedAt) {}

    @GetMapping(MEETINGS)
    String all(Visit visit, Model page) {
        List<StateTold> states = register.territories(visit.caller(), At.NOW).territories().stream()
                .filter(state -> visit.me().mayRecordIn(state.territory()))
                .toList();
        List<Together.Asked<MeetingDraft.All>> drafts = states.stream()
                .map(state -> Together.ask(() -> register.drafts(visit.caller(), state.territory())))
                .toList();
        page.addAttribute(
                "places",
                drafts.stream().map(asked -> place(asked.get(), states, visit)).toList());
        return "meetings";
    }

    private static Place place(MeetingDraft.All all, List<StateTold> states, Visit visit) {
        String name = states.stream()
                .filter(state -> state.territory().equals(all.territory()))
                .map(state -> Objects.requireNonNullElse(state.name(), state.territory()))
                .findFirst()
                .orElse(all.territory());
        return new Place(
                all.territory(),
                name,
                all.drafts().stream()
                        .map(draft -> new Row(
                                draft.id(),
                                draft.title(),
                                draft.entries(),
                                draft.touchedBy(),
                                visit.words().instant(draft.touchedAt())))
                        .toList());
    }

    @PostMapping(MEETINGS)
    String begin(
            @RequestParam String territory,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String asserted,
            Visit visit) {
        ObjectNode source = JsonMapper.shared().createObjectNode().put("title", title.strip());
        if (!asserted.isBlank()) {
            source.put("asserted", asserted);
        }
        return "redirect:" + desk.begin(territory, title.strip(), source, visit).address();
    }

    /** What it holds; from here on entries are recorded with its source, and go into it. */
    @GetMapping(ONE)
    String resume(
            @PathVariable String territory, @PathVariable String id, Visit visit, HttpSession session, Model page) {
        OpenMeeting meeting = new OpenMeeting(territory, id);
        MeetingDraft draft = desk.read(meeting, visit);
        meeting.open(session);
        LastSource.keep(session, source(draft.source(), visit.caller().language()));
        page.addAttribute("draft", draft);
        page.addAttribute("held", MeetingContent.of(draft, register, visit));
        return "meeting";
    }

    /** As somebody would type it, its dates in words. */
    private static Map<String, String> source(@Nullable JsonNode source, Language language) {
        Map<String, String> typed = new HashMap<>();
        if (source != null) {
            source.propertyStream()
                    .filter(field -> field.getValue().isString())
                    .forEach(field -> typed.put(
                            "source." + field.getKey(),
                            DATES.contains(field.getKey())
                                    ? DateInWords.of(field.getValue().stringValue(), language)
                                            .findFirst()
                                            .orElseThrow()
                                    : field.getValue().stringValue()));
        }
        return typed;
    }

    /** Keeps an entry that is not finished. */
    @PostMapping(ONE + "/aside/{type}")
    String putAside(
            @PathVariable String territory,
            @PathVariable String id,
            @PathVariable String type,
            @RequestParam Map<String, String> typed,
            Visit visit) {
        OpenMeeting meeting = new OpenMeeting(territory, id);
        desk.putAside(meeting, type, typed, visit);
        return "redirect:" + meeting.address();
    }

    /** Gives up an entry that is not finished. */
    @PostMapping(ONE + "/drop/{entryId}")
    String drop(@PathVariable String territory, @PathVariable String id, @PathVariable String entryId, Visit visit) {
        OpenMeeting meeting = new OpenMeeting(territory, id);
        desk.drop(meeting, entryId, visit);
        return "redirect:" + meeting.address();
    }

    /** What was recorded of it, to mail. */
    @GetMapping(ONE + "/summary")
    String summary(@PathVariable String territory, @PathVariable String id, Visit visit, Model page) {
        MeetingDraft draft = desk.read(new OpenMeeting(territory, id), visit);
        MeetingContent content = MeetingContent.of(draft, register, visit);
        String server =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        page.addAttribute("draft", draft);
        page.addAttribute("held", content);
        page.addAttribute(
                "summary",
                MeetingSummary.of(
                        draft,
                        content,
                        visit.places().name(territory),
                        server,
                        visit.caller().language()));
        return "meeting-summary";
    }

    /** It is over: what was recorded stays, the draft goes. */
    @PostMapping(ONE + "/end")
    String end(@PathVariable String territory, @PathVariable String id, Visit visit, HttpSession session) {
        OpenMeeting meeting = new OpenMeeting(territory, id);
        desk.end(meeting, visit);
        meeting.close(session);
        return "redirect:" + MEETINGS;
    }
}
