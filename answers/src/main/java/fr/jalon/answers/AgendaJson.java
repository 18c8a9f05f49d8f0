package fr.jalon.answers;

import fr.jalon.answers.Agenda.Item;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An agenda as the contract writes it: each item with its days, what it is about and a sentence in both languages. */
public final class AgendaJson {
    private AgendaJson() {}

    public static ArrayNode of(Agenda agenda) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        agenda.items().forEach(item -> json.add(of(item)));
        return json;
    }

    private static ObjectNode of(Item item) {
        Stretch stretch = item.stretch();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", item.kind().code());
        json.put("from", text(item.days().earliest()));
        json.put("to", text(item.days().latest()));
        json.put("subject", stretch.subject().kind().code());
        json.put("key", stretch.subject().key());
        ObjectNode value = stretch.value().deepCopy();
        if (isAnnouncement(item)) {
            json.set("type", value.remove("type"));
            json.set("status", value.remove("status"));
        }
        json.set("value", value);
        json.put("since", stretch.since());
        json.put("until", stretch.until());
        ArrayNode entries = json.putArray("entries");
        stretch.entries().forEach(id -> entries.add(id.toString()));
        json.put("contested", stretch.contested());
        json.set("sentence", Wording.both(sentence(item, Wording.FRENCH), sentence(item, Wording.ENGLISH)));
        return json;
    }

    private static String sentence(Item item, Wording words) {
        String pattern = "agenda." + item.kind().code();
        ObjectNode value = item.stretch().value();
        return words.sentence(
                isAnnouncement(item)
                        ? words.say(
                                pattern,
                                words.window(item.days()),
                                words.type(value),
                                words.details(CompanionKind.OUTLOOK, value))
                        : words.say(
                                pattern,
                                words.day(item.days().earliest()),
                                words.clause("holds", item.stretch().fact())));
    }

    private static boolean isAnnouncement(Item item) {
        return item.stretch().subject().kind() == CompanionKind.OUTLOOK;
    }

    private static @Nullable String text(LocalDate day) {
        return Days.isBounded(day) ? day.toString() : null;
    }
}
