package fr.jalon.console.recording;

import fr.jalon.console.client.MeetingDraft;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.events.entry.EntryType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/**
 * What a meeting's draft holds, as its page shows it.
 *
 * @param recorded what was recorded from it, as the register has it now
 * @param aside what is still to be recorded
 */
public record MeetingContent(List<EntryRow> recorded, List<Aside> aside) {
    /**
     * An entry that is not finished.
     *
     * @param said what was typed of it so far
     * @param address where it is gone on with
     */
    public record Aside(String entryId, String label, String said, String address) {}

    static MeetingContent of(MeetingDraft draft, RegisterCalls register, Visit visit) {
        List<Together.Asked<JsonNode>> recorded = new ArrayList<>();
        List<Aside> aside = new ArrayList<>();
        for (JsonNode entry : draft.entries()) {
            String id = entry.path(MeetingDesk.ENTRY_ID).asString("");
            String position = entry.path(MeetingDesk.RECORDED).asString("");
            if (position.isEmpty()) {
                aside.add(aside(id, entry, draft.territory(), visit));
            } else {
                recorded.add(Together.ask(() -> register.recorded(visit.caller(), draft.territory(), id, position)));
            }
        }
        List<JsonNode> items = recorded.stream().map(Together.Asked::get).toList();
        return new MeetingContent(
                EntryRow.of(items, visit.words(), visit.caller().language()), aside);
    }

    private static Aside aside(String entryId, JsonNode entry, String territory, Visit visit) {
        String type = entry.path(MeetingDesk.TYPE).asString("");
        Map<String, Object> typed = new HashMap<>();
        List<String> said = new ArrayList<>();
        entry.path(MeetingDesk.TYPED).propertyStream().forEach(field -> {
            String text = field.getValue().asString("");
            typed.put(field.getKey(), text);
            if (!field.getKey().startsWith("source.") && !field.getKey().equals("status")) {
                said.add(text);
            }
        });
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(
                RecordPage.address("/console/record/{territory}/{type}", territory, type));
        typed.put(MeetingDesk.ENTRY_ID, entryId);
        typed.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return new Aside(
                entryId,
                EntryType.named(type).map(visit.words().labels()::of).orElse(type),
                String.join(", ", said),
                address.encode().buildAndExpand(typed).toUriString());
    }
}
