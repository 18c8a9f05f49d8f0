package fr.jalon.command.draft;

import fr.jalon.events.json.Json;
import fr.jalon.events.json.MalformedEntry;
import fr.jalon.web.recording.DraftForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a draft holds: {@link DraftForm} as it was sent and is sealed, JSON. */
record DraftText(ObjectNode json) {
    static final int MOST_BYTES = 64 << 10;

    private static final String TITLE = "title";
    private static final String SOURCE = "source";
    private static final String ENTRIES = "entries";
    private static final Set<String> FIELDS = Set.of(TITLE, SOURCE, ENTRIES);

    /** What somebody sent; nothing where it is no draft. */
    static Optional<DraftText> sent(byte[] body) {
        try {
            return Optional.of(Json.parse(body))
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast)
                    .filter(DraftText::isDraft)
                    .map(DraftText::new);
        } catch (MalformedEntry notJson) {
            return Optional.empty();
        }
    }

    static DraftText stored(String json) {
        return new DraftText((ObjectNode) Json.parse(json));
    }

    String text() {
        return Json.text(json);
    }

    String title() {
        return json.path(TITLE).stringValue();
    }

    @Nullable
    ObjectNode source() {
        return json.get(SOURCE) instanceof ObjectNode source ? source : null;
    }

    List<ObjectNode> entries() {
        return json.path(ENTRIES).valueStream().map(ObjectNode.class::cast).toList();
    }

    private static boolean isDraft(ObjectNode json) {
        return FIELDS.containsAll(json.propertyNames())
                && isTitle(json.path(TITLE))
                && (!json.has(SOURCE) || json.get(SOURCE) instanceof ObjectNode)
                && json.get(ENTRIES) instanceof ArrayNode entries
                && entries.valueStream().allMatch(ObjectNode.class::isInstance);
    }

    private static boolean isTitle(JsonNode title) {
        return title.isString()
                && !title.stringValue().isBlank()
                && title.stringValue().length() <= DraftForm.TITLE_LETTERS
                && title.stringValue().chars().noneMatch(Character::isISOControl);
    }
}
