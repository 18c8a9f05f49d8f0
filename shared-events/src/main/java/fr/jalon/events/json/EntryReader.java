package fr.jalon.events.json;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.entry.Status;
import fr.jalon.events.entry.WorldEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads one entry from JSON and collects the faults on the way, each with its place. One reader reads one entry. */
final class EntryReader {
    static final int MAX_ITEMS = 200;
    static final int MAX_TEXT = 10_000;
    static final int MAX_COUNT = 1_000_000;

    /** As many faults as somebody may want to read at once. */
    static final int MAX_FAULTS = 100;

    private static final Shape HEADER = Shape.of(Header.class);
    private static final Form.Text SLUG = Shape.text(Slug.class);
    private static final JsonNode ACTUAL = StringNode.valueOf(Status.ACTUAL.code());

    private final List<Fault> faults = new ArrayList<>();
    private final boolean isProposed;

    /**
     * A reader.
     *
     * @param isProposed whether the rules of today hold; what is stored is read by those of its own day
     */
    EntryReader(boolean isProposed) {
        this.isProposed = isProposed;
    }

    Entry read(JsonNode json, EntryJson.Defaults defaults) {
        Entry entry = entry(json, "", defaults);
        if (entry == null || !faults.isEmpty()) {
            throw new MalformedEntry(faults);
        }
        return entry;
    }

    private @Nullable Entry entry(JsonNode json, String at, EntryJson.Defaults defaults) {
        if (!(json instanceof ObjectNode object)) {
            fault(FaultCode.NOT_AN_OBJECT, at, "");
            return null;
        }
        Optional<EntryType> type = type(object, at);
        @Nullable Object[] ofHeader = values(object, at, HEADER, defaults, null);
        Header header = ofHeader == null ? null : (Header) HEADER.create(null, ofHeader);
        if (type.isEmpty()) {
            return null;
        }
        Shape shape = Shape.of(type.get().form());
        refuseUnknown(object, at, shape, true);
        @Nullable Object[] values = values(object, at, shape, null, header);
        if (header == null || values == null) {
            return null;
        }
        Entry entry = (Entry) shape.create(header, values);
        checkHeader(entry, at);
        return entry;
    }

    private Optional<EntryType> type(ObjectNode object, String at) {
        JsonNode name = given(object, "type", null);
        if (name == null) {
            fault(FaultCode.MISSING_FIELD, at + "/type", "type");
            return Optional.empty();
        }
        Optional<EntryType> type = name.isString() ? EntryType.named(name.stringValue()) : Optional.empty();
        if (type.isEmpty()) {
            fault(FaultCode.UNKNOWN_TYPE, at + "/type", shown(name));
        }
        return type;
    }

    private void checkHeader(Entry entry, String at) {
        switch (entry) {
            case WorldEntry world -> requireEffective(world, at);
            case RegisterEntry.AnnouncementAbandoned gone -> {
                requireEffective(gone, at);
                checkAboutTheRegister(gone, at);
            }
            case RegisterEntry about -> checkAboutTheRegister(about, at);
            case KeepingEntry kept -> {
                requireEffective(kept, at);
                checkAboutTheRegister(kept, at);
            }
        }
    }

    private void requireEffective(Entry entry, String at) {
        require(entry.effective() != null, FaultCode.MISSING_FIELD, at + "/effective", "effective");
    }

    private void checkAboutTheRegister(Entry about, String at) {
        String status = about.header().status().code();
        require(about.isActual(), FaultCode.ALWAYS_ACTUAL, at + "/status", status);
        require(about.header().fulfils() == null, FaultCode.UNKNOWN_FIELD, at + "/fulfils", "fulfils");
    }

    private void require(boolean holds, FaultCode code, String at, String given) {
        if (!holds) {
            fault(code, at, given);
        }
    }

    private void refuseUnknown(ObjectNode object, String at, Shape shape, boolean isEntry) {
        for (String name : object.propertyNames()) {
            boolean known = shape.has(name) || (isEntry && (name.equals("type") || HEADER.has(name)));
            require(known, FaultCode.UNKNOWN_FIELD, known ? "" : at + "/" + escaped(name), name);
        }
    }

    private @Nullable Object @Nullable [] values(
            ObjectNode object, String at, Shape shape, EntryJson.@Nullable Defaults defaults, @Nullable Header owner) {
        List<Field> fields = shape.fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        boolean whole = true;
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            JsonNode given = given(object, field.name(), defaults);
            if (given == null) {
                values[i] = field.form() instanceof Form.Many ? List.of() : null;
                if (field.required()) {
                    fault(FaultCode.MISSING_FIELD, at + field.pointer(), field.name());
                    whole = false;
                }
            } else {
                values[i] = value(given, at + field.pointer(), field.form(), object, owner);
                whole &= values[i] != null;
            }
        }
        if (!shape.alternatives().isEmpty()
                && shape.alternatives().stream().allMatch(field -> isAbsent(object, field))) {
            String names = shape.alternatives().stream().map(Field::name).collect(Collectors.joining(", "));
            fault(
                    FaultCode.MISSING_ALTERNATIVE,
                    at + shape.alternatives().getFirst().pointer(),
                    names);
            whole = false;
        }
        return whole ? values : null;
    }

    private static boolean isAbsent(ObjectNode object, Field field) {
        return given(object, field.name(), null) == null;
    }

    /** What stands in a field, or stands for it where it is absent; null is as good as absent. */
    private static @Nullable JsonNode given(ObjectNode object, String field, EntryJson.@Nullable Defaults defaults) {
        JsonNode given = object.get(field);
        if (given != null && !given.isNull()) {
            return given;
        }
        return defaults == null ? null : byDefault(field, defaults);
    }

    private static @Nullable JsonNode byDefault(String field, EntryJson.Defaults defaults) {
        return switch (field) {
            case "entryId" -> node(defaults.entryId());
            case "territory" -> node(defaults.territory());
            case "status" -> ACTUAL;
            default -> null;
        };
    }

    private static @Nullable JsonNode node(@Nullable Object value) {
        return value == null ? null : StringNode.valueOf(value.toString());
    }

    private @Nullable Object value(JsonNode given, String at, Form form, ObjectNode around, @Nullable Header owner) {
        return switch (form) {
            case Form.Text text -> text(given, at, text);
            case Form.Count ignored -> count(given, at);
            case Form.Flag ignored -> flag(given, at);
            case Form.Choice choice -> choice(given, at, choice);
            case Form.Named named -> thing(given, at, named.shape());
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
            Object value = form.parse().apply(text);
            return isProposed && !form.mayBeProposed().test(text) ? fault(form.faultCode(), at, text) : value;
        } catch (IllegalArgumentException e) {
            return fault(form.faultCode(), at, text);
        }
    }

    private @Nullable Object count(JsonNode given, String at) {
        if (!given.isInt() || given.intValue() < 1 || given.intValue() > MAX_COUNT) {
            return fault(FaultCode.INVALID_COUNT, at, shown(given));
        }
        return given.intValue();
    }

    private @Nullable Object flag(JsonNode given, String at) {
        return given.isBoolean() ? (Object) given.booleanValue() : fault(FaultCode.WRONG_TYPE, at, "boolean");
    }

    private @Nullable Object choice(JsonNode given, String at, Form.Choice form) {
        String text = string(given, at);
        if (text == null) {
            return null;
        }
        Code value = form.values().get(text);
        return value != null
                ? value
                : fault(new Fault(
                        FaultCode.UNKNOWN_VALUE.code(),
                        at,
                        text,
                        List.copyOf(form.values().values())));
    }

    private @Nullable Object thing(JsonNode given, String at, Shape shape) {
        if (given.isString()) {
            Object id = text(given, at, SLUG);
            return id == null ? null : shape.createOnly("id", id);
        }
        return nested(given, at, shape);
    }

    private @Nullable Object list(
            JsonNode given, String at, Form.Many form, ObjectNode around, @Nullable Header owner) {
        if (!given.isArray()) {
            return fault(FaultCode.WRONG_TYPE, at, "array");
        }
        if (given.size() > MAX_ITEMS) {
            return fault(FaultCode.TOO_MANY, at, Integer.toString(given.size()));
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
            return fault(FaultCode.WRONG_TYPE, at, "object");
        }
        refuseUnknown(object, at, shape, false);
        @Nullable Object[] values = values(object, at, shape, null, null);
        return values == null ? null : shape.create(null, values);
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
        String id = content.entryId().toString();
        require(content.entryId().equals(targetId), FaultCode.NOT_THE_TARGET, at + "/entryId", id);
        boolean isHere = content.territory().equals(owner.territory().text());
        require(isHere, FaultCode.NOT_THE_TERRITORY, at + "/territory", content.territory());
        return content instanceof WorldEntry world
                ? world
                : fault(
                        FaultCode.NOT_CORRECTABLE,
                        at + "/type",
                        EntryType.of(content).name());
    }

    private @Nullable String string(JsonNode given, String at) {
        if (!given.isString()) {
            fault(FaultCode.WRONG_TYPE, at, "string");
            return null;
        }
        String text = given.stringValue();
        if (text.length() > MAX_TEXT && (isProposed || !text.startsWith(EntryJson.SEALED_TEXT))) {
            fault(FaultCode.TOO_LONG, at, Integer.toString(text.length()));
            return null;
        }
        if (isProposed && EntryJson.isSealed(text)) {
            fault(FaultCode.RESERVED_TEXT, at, "");
            return null;
        }
        if (TextRules.isPlain(text)) {
            return text;
        }
        if (TextRules.hasForbidden(text)) {
            fault(FaultCode.FORBIDDEN_CHARACTER, at, "");
            return null;
        }
        return TextRules.composed(text);
    }

    private @Nullable Object fault(FaultCode code, String at, String given) {
        return fault(new Fault(code.code(), at, given));
    }

    private @Nullable Object fault(Fault fault) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(fault);
        }
        return null;
    }

    private static String shown(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
