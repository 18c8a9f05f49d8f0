package fr.jalon.events.json;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.Reference;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.entry.Status;
import fr.jalon.events.entry.Worksite;
import fr.jalon.events.entry.WorldEntry;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one entry from JSON and collects every fault on the way, each with its place. One reader reads one entry. */
final class EntryReader {
    private static final Shape HEADER = Shape.of(Header.class);
    private static final Set<String> HEADER_FIELDS =
            HEADER.fields().stream().map(Field::name).collect(Collectors.toSet());
    private static final int MAX_ITEMS = 200;
    private static final int MAX_TEXT = 10_000;

    private final List<Fault> faults = new ArrayList<>();

    Entry read(JsonNode json, EntryJson.Defaults defaults) {
        Entry entry = entry(json, "", defaults);
        if (entry == null || !faults.isEmpty()) {
            throw new MalformedEntry(faults);
        }
        return entry;
    }

    private @Nullable Entry entry(JsonNode json, String at, EntryJson.Defaults defaults) {
        if (!(json instanceof ObjectNode object)) {
            fault("not-an-object", at, "");
            return null;
        }
        Optional<EntryType> type = type(object, at);
        Header header = header(object, at, defaults);
        if (type.isEmpty()) {
            return null;
        }
        Shape shape = Shape.of(type.get().form());
        refuseUnknown(object, at, shape, true);
        @Nullable Object[] values = values(object, at, shape, header);
        if (header == null || values == null) {
            return null;
        }
        Entry entry = (Entry) shape.create(header, values);
        checkHeader(entry, at);
        return entry;
    }

    private Optional<EntryType> type(ObjectNode object, String at) {
        JsonNode name = object.get("type");
        if (name == null || name.isNull()) {
            fault("missing-field", at + "/type", "type");
            return Optional.empty();
        }
        Optional<EntryType> type = name.isString() ? EntryType.named(name.stringValue()) : Optional.empty();
        if (type.isEmpty()) {
            fault("unknown-type", at + "/type", shown(name));
        }
        return type;
    }

    private @Nullable Header header(ObjectNode object, String at, EntryJson.Defaults defaults) {
        ObjectNode filled = object.deepCopy();
        if (absent(filled.get("entryId"))) {
            filled.put("entryId", defaults.entryId().toString());
        }
        if (absent(filled.get("territory")) && defaults.territory() != null) {
            filled.put("territory", defaults.territory());
        }
        if (absent(filled.get("status"))) {
            filled.put("status", Status.ACTUAL.code());
        }
        @Nullable Object[] values = values(filled, at, HEADER, null);
        return values == null ? null : (Header) HEADER.create(null, values);
    }

    private void checkHeader(Entry entry, String at) {
        switch (entry) {
            case WorldEntry world ->
                require(world.effective() != null, "missing-field", at + "/effective", "effective");
            case RegisterEntry.AnnouncementAbandoned gone -> {
                require(gone.effective() != null, "missing-field", at + "/effective", "effective");
                checkAboutTheRegister(gone, at);
            }
            case RegisterEntry about -> checkAboutTheRegister(about, at);
        }
    }

    private void checkAboutTheRegister(RegisterEntry about, String at) {
        require(
                about.isActual(),
                "always-actual",
                at + "/status",
                about.header().status().code());
        require(about.header().fulfils() == null, "unknown-field", at + "/fulfils", "fulfils");
    }

    private void require(boolean holds, String code, String at, String given) {
        if (!holds) {
            fault(code, at, given);
        }
    }

    private void refuseUnknown(ObjectNode object, String at, Shape shape, boolean isEntry) {
        Set<String> own = shape.fields().stream().map(Field::name).collect(Collectors.toSet());
        object.propertyNames().stream()
                .filter(name -> !own.contains(name))
                .filter(name -> !isEntry || !(name.equals("type") || HEADER_FIELDS.contains(name)))
                .forEach(name -> fault("unknown-field", at + "/" + escaped(name), name));
    }

    private @Nullable Object @Nullable [] values(ObjectNode object, String at, Shape shape, @Nullable Header owner) {
        @Nullable Object[] values = new @Nullable Object[shape.fields().size()];
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            Field field = shape.fields().get(i);
            JsonNode given = object.get(field.name());
            String place = at + "/" + field.name();
            if (absent(given)) {
                values[i] = field.form() instanceof Form.Many ? List.of() : null;
                if (field.required()) {
                    fault("missing-field", place, field.name());
                    whole = false;
                }
            } else {
                values[i] = value(given, place, field.form(), object, owner);
                whole &= values[i] != null;
            }
        }
        return whole ? values : null;
    }

    private @Nullable Object value(JsonNode given, String at, Form form, ObjectNode around, @Nullable Header owner) {
        return switch (form) {
            case Form.Text text -> text(given, at, text);
            case Form.Count ignored -> count(given, at);
            case Form.Choice choice -> choice(given, at, choice);
            case Form.Named ignored -> reference(given, at);
            case Form.Many many -> list(given, at, many, around, owner);
            case Form.Nested nested -> nested(given, at, nested.shape());
            case Form.Content ignored -> content(given, at, around, owner);
        };
    }

    private @Nullable Object text(JsonNode given, String at, Form.Text form) {
        String text = string(given, at);
        if (text == null) {
            return null;
        }
        try {
            return form.parse().apply(text);
        } catch (IllegalArgumentException e) {
            return fault(form.faultCode(), at, text);
        }
    }

    private @Nullable Object count(JsonNode given, String at) {
        if (!given.isInt() || given.intValue() < 1 || given.intValue() > 1_000_000) {
            return fault("invalid-count", at, shown(given));
        }
        return given.intValue();
    }

    private @Nullable Object choice(JsonNode given, String at, Form.Choice form) {
        String text = string(given, at);
        if (text == null) {
            return null;
        }
        for (Code value : form.values()) {
            if (value.code().equals(text)) {
                return value;
            }
        }
        return fault("unknown-value", at, text);
    }

    private @Nullable Object reference(JsonNode given, String at) {
        if (given.isString()) {
            Object id = text(given, at, (Form.Text) ID.form());
            return id == null ? null : new Reference((Slug) id, null);
        }
        return nested(given, at, REFERENCE);
    }

    private @Nullable Object list(
            JsonNode given, String at, Form.Many form, ObjectNode around, @Nullable Header owner) {
        if (!given.isArray()) {
            return fault("wrong-type", at, "array");
        }
        if (given.size() > MAX_ITEMS) {
            return fault("too-many", at, Integer.toString(given.size()));
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Object item = value(given.get(i), at + "/" + i, form.item(), around, owner);
            if (item != null) {
                items.add(item);
            }
        }
        return items.size() == given.size() ? items : null;
    }

    private @Nullable Object nested(JsonNode given, String at, Shape shape) {
        if (!(given instanceof ObjectNode object)) {
            return shape == WORKSITE && given.isString() ? worksite(given, at) : fault("wrong-type", at, "object");
        }
        refuseUnknown(object, at, shape, false);
        @Nullable Object[] values = values(object, at, shape, null);
        return values == null ? null : shape.create(null, values);
    }

    private @Nullable Object worksite(JsonNode given, String at) {
        Object id = text(given, at, (Form.Text) ID.form());
        return id == null ? null : WORKSITE.create(null, new @Nullable Object[] {id, null, null, null});
    }

    /** The content of a correction stands for its target: it has the target's id and territory. */
    private @Nullable Object content(JsonNode given, String at, ObjectNode around, @Nullable Header owner) {
        JsonNode target = around.get("target");
        if (owner == null || target == null || !target.isString()) {
            return null;
        }
        int before = faults.size();
        UUID targetId;
        try {
            targetId = UUID.fromString(target.stringValue());
        } catch (IllegalArgumentException e) {
            return null;
        }
        Entry content = entry(
                given, at, new EntryJson.Defaults(targetId, owner.territory().text()));
        if (content == null || faults.size() > before) {
            return null;
        }
        require(
                content.entryId().equals(targetId),
                "not-the-target",
                at + "/entryId",
                content.entryId().toString());
        require(
                content.territory().equals(owner.territory().text()),
                "not-the-territory",
                at + "/territory",
                content.territory());
        return content instanceof WorldEntry world
                ? world
                : fault("not-correctable", at + "/type", EntryType.of(content).name());
    }

    /** Text as it is kept: composed (NFC), without characters that hide or reorder what a reader sees. */
    private @Nullable String string(JsonNode given, String at) {
        if (!given.isString()) {
            fault("wrong-type", at, "string");
            return null;
        }
        String text = given.stringValue();
        if (text.length() > MAX_TEXT) {
            fault("too-long", at, Integer.toString(text.length()));
            return null;
        }
        if (text.codePoints().anyMatch(EntryReader::isForbidden)) {
            fault("forbidden-character", at, "");
            return null;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isForbidden(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
        boolean reorders = (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x200E
                || character == 0x200F
                || character == 0x061C;
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean none = (character & 0xFFFE) == 0xFFFE;
        return control || reorders || half || none || character == 0xFEFF;
    }

    private @Nullable Object fault(String code, String at, String given) {
        faults.add(new Fault(code, at, given));
        return null;
    }

    private static boolean absent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    private static String shown(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static final Shape REFERENCE = Shape.of(Reference.class);
    private static final Shape WORKSITE = Shape.of(Worksite.class);
    private static final Field ID = Stream.of(REFERENCE)
            .flatMap(shape -> shape.fields().stream())
            .findFirst()
            .orElseThrow();
}
