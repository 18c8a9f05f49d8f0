package fr.jalon.console.recording;

import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** What became of something that was announced: it has come, or it will not. */
@Controller
public final class AnnouncementPage {
    /** What is the announcement's own: what came of it has its own source. */
    private static final List<String> OF_THE_ANNOUNCEMENT = List.of("effective", "note");

    private final EntryForm form;
    private final InstantSource clock;

    AnnouncementPage(RegisterCalls register, InstantSource clock) {
        this.form = new EntryForm(register, clock);
        this.clock = clock;
    }

    /** It has come: the same, on a day until today, to be made more precise. */
    @GetMapping(RemarkPage.ADDRESS + "fulfil")
    String fulfil(@PathVariable String territory, @PathVariable String entryId, Visit visit, Model page) {
        JsonNode content = form.standing(territory, entryId, visit);
        EntryType type = EntryForm.type(content);
        Map<String, String> typed = form.typed(type, content, territory, visit);
        typed.keySet().removeIf(name -> name.startsWith("source.") || OF_THE_ANNOUNCEMENT.contains(name));
        typed.put("status", "actual");
        typed.put("fulfils", entryId);
        typed.put(
                "effective",
                Written.date(
                        byToday(content.path("effective").asString("")),
                        visit.caller().language()));
        typed.put("entryId", UUID.randomUUID().toString());
        return form.show(RecordPage.place(territory, type.name()), typed, visit, page);
    }

    /** It will not come. */
    @GetMapping(RemarkPage.ADDRESS + "abandon")
    String abandon(@PathVariable String territory, @PathVariable String entryId) {
        return "redirect:"
                + RecordPage.address(
                        "/console/record/{territory}/announcement-abandoned?target={entry}", territory, entryId);
    }

    /** Some day since the first on which it was to come: nobody is made to say one that they do not know. */
    private String byToday(String announced) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        try {
            LocalDate first = Effective.parse(announced).start().window().earliest();
            return Days.isBounded(first) && first.isBefore(today) ? "[" + first + ".." + today + "]" : today.toString();
        } catch (MalformedDate newer) {
            return today.toString();
        }
    }
}
