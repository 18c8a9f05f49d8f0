package fr.jalon.command.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Given entries already recorded, when one more is proposed, then the decision. Entries are numbered: id 7 is entry 7. */
public final class Scenario {
    public static final LocalDate TODAY = LocalDate.parse("2024-06-15");

    private Register register = Register.empty();
    private @Nullable Decision decision;

    /** An open territory with these entries in its register. */
    public static Scenario given(Entry... entries) {
        Scenario scenario = new Scenario().recorded(entry(0, "territory-opened", "2015", "name: Lille, kind: city"));
        for (Entry entry : entries) {
            scenario.recorded(entry);
        }
        return scenario;
    }

    /** A territory nobody opened. */
    public static Scenario nothing() {
        return new Scenario();
    }

    public Scenario recording(Entry entry) {
        return deciding(new RecordEntry(entry, null, TODAY, false));
    }

    public Scenario deciding(RecordEntry command) {
        decision = TerritoryDecider.decide(register, command);
        return this;
    }

    public void thenAccepted() {
        assertThat(decision).isEqualTo(new Decision.Accepted(register.position() + 1));
    }

    public void then(Decision expected) {
        assertThat(decision).isEqualTo(expected);
    }

    /** Refused because of these entries, by their numbers, in this order. */
    public void thenRefusedFor(RefusalCode code, Integer... entries) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) Objects.requireNonNull(decision)).refusals())
                .allMatch(refusal -> refusal.code() == code)
                .extracting(Refusal::entry)
                .containsExactly(Arrays.stream(entries).map(Scenario::id).toArray(UUID[]::new));
    }

    /** Refused for one reason: the field, and the number of the entry at fault (-1 for none). */
    public void thenRefused(RefusalCode code, String pointer, int entry) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Refusal refusal =
                ((Decision.Refused) Objects.requireNonNull(decision)).refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.pointer()).isEqualTo(pointer);
        assertThat(refusal.entry()).isEqualTo(entry < 0 ? null : id(entry));
    }

    /** Refused by the same rule for each of these entries, in whatever order. */
    public void thenRefused(RefusalCode code, String pointer, int one, int other) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) Objects.requireNonNull(decision)).refusals())
                .allMatch(refusal -> refusal.code() == code && refusal.pointer().equals(pointer))
                .extracting(Refusal::entry)
                .containsExactlyInAnyOrder(id(one), id(other));
    }

    /** An entry with attributes written as {@code name: value, other: value}. */
    public static Entry entry(int number, String type, String effective, String attributes) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("entryId", id(number).toString()).put("territory", "lille").put("type", type);
        if (!effective.isEmpty()) {
            json.put("effective", effective);
        }
        for (String attribute : attributes.isEmpty() ? new String[0] : attributes.split(", ")) {
            String[] pair = attribute.split(": ", 2);
            put(json, pair[0], pair[1]);
        }
        return EntryJson.read(json.toString());
    }

    /** As {@link #entry}, announced only. */
    public static Entry planned(int number, String type, String effective, String attributes) {
        return entry(number, type, effective, attributes + ", status: planned");
    }

    public static Entry corrected(int number, int target, Entry content) {
        ObjectNode json = remark(number, "entry-corrected", target).put("kind", "wrong");
        ObjectNode replacement = EntryJson.tree(content);
        replacement.remove("entryId");
        json.set("entry", replacement);
        return EntryJson.read(json.toString());
    }

    /** As {@link #corrected}, said to be only more precise. */
    public static Entry refined(int number, int target, Entry content) {
        ObjectNode json = EntryJson.tree(corrected(number, target, content));
        return EntryJson.read(json.put("kind", "refined").toString());
    }

    public static Entry retracted(int number, int target) {
        return EntryJson.read(remark(number, "entry-retracted", target).toString());
    }

    public static Entry contested(int number, int target) {
        return EntryJson.read(
                remark(number, "entry-contested", target).put("by", "mel").toString());
    }

    public static Entry abandoned(int number, int target, String effective) {
        return EntryJson.read(remark(number, "announcement-abandoned", target)
                .put("effective", effective)
                .toString());
    }

    public static UUID id(int number) {
        return new UUID(0, number);
    }

    private static ObjectNode remark(int number, String type, int target) {
        return Json.MAPPER
                .createObjectNode()
                .put("entryId", id(number).toString())
                .put("territory", "lille")
                .put("type", type)
                .put("target", id(target).toString())
                .put("reason", "Erreur de saisie");
    }

    private static void put(ObjectNode json, String name, String value) {
        if (name.equals("amount")) {
            json.putObject(name).put("value", value).put("currency", "EUR");
        } else if (name.equals("source")) {
            String[] parts = value.split(" of ", 2);
            json.putObject(name).put("title", parts[0]).put("asserted", parts[1]);
        } else if (name.equals("fulfils")) {
            json.put(name, id(Integer.parseInt(value)).toString());
        } else if (name.equals("departments")) {
            json.putArray(name).add(value);
        } else if (name.equals("positions")) {
            json.put(name, Integer.parseInt(value));
        } else {
            json.put(name, value);
        }
    }

    private Scenario recorded(Entry entry) {
        register = register.with(
                new Recorded(register.position() + 1, Instant.EPOCH.plusSeconds(register.position()), entry));
        return this;
    }
}
