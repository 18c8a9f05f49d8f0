package fr.jalon.console.recording;

import fr.jalon.console.client.MeetingDraft;
import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of meetings, changed one thing at a time: where somebody else was quicker, on what they left. */
final class MeetingDesk {
    /** Its number in the register, of an entry that was recorded from the meeting. */
    static final String RECORDED = "recorded";

    static final String ENTRY_ID = "entryId";

    /** What was typed of an entry that is put aside. */
    static final String TYPED = "typed";

    static final String TYPE = "type";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TRIES = 5;

    /** What a form sends that is none of what was typed. */
    private static final Set<String> OF_THE_FORM = Set.of("_csrf", ENTRY_ID);

    private final RegisterCalls register;

    MeetingDesk(RegisterCalls register) {
        this.register = register;
    }

    OpenMeeting begin(String territory, String title, ObjectNode source, Visit visit) {
        OpenMeeting meeting = new OpenMeeting(territory, UUID.randomUUID().toString());
        ObjectNode text = JSON.createObjectNode().put("title", title);
        text.set("source", source);
        text.putArray("entries");
        register.keepDraft(visit.caller(), territory, meeting.id(), null, text);
        return meeting;
    }

    MeetingDraft read(OpenMeeting meeting, Visit visit) {
        return register.draft(visit.caller(), meeting.territory(), meeting.id());
    }

    /** Puts down that an entry was recorded; put aside before, it is no more. */
    void recorded(OpenMeeting meeting, JsonNode receipt, Visit visit) {
        String entryId = receipt.path(ENTRY_ID).asString("");
        change(meeting, visit, entries -> {
            remove(entryId, entries);
            entries.addObject()
                    .put(ENTRY_ID, entryId)
                    .put(RECORDED, receipt.path("position").asString("0"));
        });
    }

    /** Keeps what was typed for later, in the place of what was kept of that entry before. */
    void putAside(OpenMeeting meeting, String type, Map<String, String> typed, Visit visit) {
        String entryId = typed.getOrDefault(ENTRY_ID, UUID.randomUUID().toString());
        change(meeting, visit, entries -> {
            remove(entryId, entries);
            ObjectNode kept =
                    entries.addObject().put(ENTRY_ID, entryId).put(TYPE, type).putObject(TYPED);
            typed.forEach((name, text) -> {
                if (!OF_THE_FORM.contains(name) && !text.isBlank()) {
                    kept.put(name, text);
                }
            });
        });
    }

    /** Gives up what was put aside. */
    void drop(OpenMeeting meeting, String entryId, Visit visit) {
        change(meeting, visit, entries -> remove(entryId, entries));
    }

    private static void remove(String entryId, ArrayNode entries) {
        entries.removeIf(entry -> entry.path(ENTRY_ID).asString("").equals(entryId) && !entry.has(RECORDED));
    }

    void end(OpenMeeting meeting, Visit visit) {
        register.removeDraft(visit.caller(), meeting.territory(), meeting.id());
    }

    private void change(OpenMeeting meeting, Visit visit, Consumer<ArrayNode> change) {
        for (int attempt = 1; ; attempt++) {
            MeetingDraft read = read(meeting, visit);
            ObjectNode text = JSON.createObjectNode().put("title", read.title());
            if (read.source() != null) {
                text.set("source", read.source());
            }
            ArrayNode entries = text.putArray("entries");
            read.entries().forEach(entries::add);
            change.accept(entries);
            try {
                register.keepDraft(
                        visit.caller(), meeting.territory(), meeting.id(), "\"" + read.version() + "\"", text);
                return;
            } catch (RefusedCall refusal) {
                if (refusal.problem().status() != HttpStatus.PRECONDITION_FAILED.value() || attempt == TRIES) {
                    throw refusal;
                }
            }
        }
    }
}
