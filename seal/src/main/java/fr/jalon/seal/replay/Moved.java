package fr.jalon.seal.replay;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an entry moved: the subjects whose timeline is another after it, each with its values before and after. */
final class Moved {
    private static final String OPEN = "..";

    private Moved() {}

    static ArrayNode json(Register before, Register after) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (Subject subject : new TreeSet<>(after.touchedSince(before))) {
            List<Span> old = before.spans(subject);
            List<Span> now = after.spans(subject);
            if (!old.equals(now)) {
                ObjectNode moved = json.addObject();
                moved.put("subject", subject.kind().code()).put("key", subject.key());
                moved.set("before", spans(old));
                moved.set("after", spans(now));
            }
        }
        return json;
    }

    private static ArrayNode spans(List<Span> spans) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (Span span : spans) {
            ObjectNode each = json.addObject();
            each.set("value", EntryJson.nameless(span.value()));
            each.put("possible", days(span.possible()));
            each.put("certain", days(span.certain()));
            each.put("since", span.since());
            each.put("until", span.until());
            ArrayNode entries = each.putArray("entries");
            span.entries().forEach(id -> entries.add(id.toString()));
            each.put("contested", span.contested());
        }
        return json;
    }

    /** As an EDTF interval, both ends inclusive. */
    private static @Nullable String days(@Nullable DayRange range) {
        if (range == null) {
            return null;
        }
        String from = Days.isBounded(range.from()) ? range.from().toString() : OPEN;
        String to = Days.isBounded(range.to()) ? range.to().minusDays(1).toString() : OPEN;
        return from + "/" + to;
    }
}
