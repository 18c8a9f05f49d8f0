package fr.jalon.console.keeping;

import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import fr.jalon.console.upkeep.KeepingCalls;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.FreeTexts;
import fr.jalon.events.language.Withheld;
import java.util.ArrayList;
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

/** Which text of an entry is to be unreadable for everybody, and why: chosen and confirmed on one page. */
@Controller
public final class RedactionPage {
    private static final String ENTRY = "/console/territories/{territory}/entries/{entryId}";
    private static final String ADDRESS = ENTRY + "/redaction";

    private final RegisterCalls register;
    private final KeepingCalls keeping;

    RedactionPage(RegisterCalls register, KeepingCalls keeping) {
        this.register = register;
        this.keeping = keeping;
    }

    /** A text of the entry, and the field it stands in, in words. */
    public record Text(String pointer, String label, String said) {}

    @GetMapping(ADDRESS)
    String choose(@PathVariable String territory, @PathVariable String entryId, Visit visit, Model page) {
        String content = register.entry(
                        visit.caller(), territory, entryId, visit.at().on(null))
                .path("entry")
                .toString();
        List<Text> texts = new ArrayList<>();
        FreeTexts.replaced(EntryJson.read(content), (place, text) -> {
            if (!Withheld.REDACTED_TEXT.isSaidBy(text)) {
                texts.add(new Text(place.sentAt(), label(place.sentAt(), visit), text));
            }
            return text;
        });
        page.addAttribute("territory", territory);
        page.addAttribute("entryId", entryId);
        page.addAttribute("texts", texts);
        return "redaction";
    }

    /** The last name on the way that is one: items of a list have a number there. */
    private static String label(String pointer, Visit visit) {
        String way = pointer.replaceAll("/\\d+$", "");
        return visit.words().answers().attribute(way.substring(way.lastIndexOf('/') + 1));
    }

    @PostMapping(ADDRESS)
    String redact(
            @PathVariable String territory,
            @PathVariable String entryId,
            @RequestParam(defaultValue = "") String pointer,
            @RequestParam(defaultValue = "") String reason,
            Visit visit,
            RedirectAttributes next) {
        String page = UriComponentsBuilder.fromPath(ADDRESS)
                .encode()
                .buildAndExpand(territory, entryId)
                .toUriString();
        return Ended.with(
                () -> keeping.redact(
                        visit.caller(), territory, entryId, Map.of("pointer", pointer, "reason", reason.strip())),
                "redaction.ended",
                page,
                visit,
                next);
    }
}
