package fr.jalon.events.register;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.FundingEntry.FundingAmountChanged;
import fr.jalon.events.entry.Reference;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.entry.Worksite;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Window;
import fr.jalon.events.timeline.Effect;
import fr.jalon.events.timeline.Meaning;
import fr.jalon.events.timeline.Subject;
import fr.jalon.events.timeline.SubjectKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the specification of time says, sentence by sentence, for one day and one state of knowledge: slow, and sharing with
 * the fold only the words themselves (which entry speaks of which subject, and what a date's window is).
 */
final class NaiveRegister {
    private final List<Recorded> known;
    private final LocalDate day;

    private final Set<UUID> counting = new HashSet<>();
    private final Map<UUID, WorldEntry> contents = new HashMap<>();

    private NaiveRegister(List<Recorded> known, LocalDate day) {
        this.known = known;
        this.day = day;
        for (Recorded recorded : known.reversed()) {
            if (!isRetracted(recorded.entry())) {
                counting.add(recorded.entry().entryId());
            }
        }
        for (Recorded recorded : known) {
            if (recorded.entry() instanceof WorldEntry world) {
                contents.put(world.entryId(), corrected(world));
            }
        }
    }

    /** The state as of a day, computed from these entries: a line for each fact and for each item of the outlook. */
    static List<String> state(List<Recorded> known, LocalDate day) {
        return new NaiveRegister(known, day).lines();
    }

    /** The same of the real one. */
    static List<String> lines(RegisterState state) {
        List<String> lines = new ArrayList<>();
        state.facts()
                .forEach(fact -> lines.add(line(
                        fact.subject(),
                        sorted(fact.value()),
                        fact.certainty().code(),
                        fact.since(),
                        fact.until(),
                        fact.entries(),
                        fact.contested())));
        state.outlook()
                .forEach(fact -> lines.add("outlook " + fact.subject().key() + " " + sorted(fact.value()) + " "
                        + fact.since() + " " + fact.contested()));
        Collections.sort(lines);
        return lines;
    }

    private record Change(
            Effect effect,
            LocalDate earliest,
            LocalDate latest,
            String written,
            WorldEntry entry,
            long position,
            boolean isEnd) {}

    /** A value from a transition on, the entries it rests on, and what a change after it would carry on. */
    private static final class Value {
        final Change began;
        final @Nullable Map<String, Object> held;
        final List<UUID> entries = new ArrayList<>();

        Value(Change began, @Nullable Map<String, Object> held) {
            this.began = began;
            this.held = held;
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<Subject, List<Change>> timelines = new TreeMap<>();
        for (Recorded recorded : known) {
            if (recorded.entry() instanceof WorldEntry world && counts(world)) {
                WorldEntry content = content(world);
                if (content.isActual()) {
                    Meaning meaning = Meaning.of(content);
                    timelines
                            .computeIfAbsent(meaning.subject(), none -> new ArrayList<>())
                            .addAll(changes(meaning, content, recorded.position()));
                } else if (isExpected(world, content)) {
                    lines.add("outlook " + world.entryId() + " " + announced(content) + " "
                            + Objects.requireNonNull(content.effective()).text() + " " + isContested(world));
                }
            }
        }
        timelines.forEach((subject, changes) -> lines.addAll(facts(subject, values(effectual(changes)))));
        Collections.sort(lines);
        return lines;
    }

    /** "less those retracted": a retraction that counts itself speaks of it; a retraction speaks of an earlier entry. */
    private boolean isRetracted(Entry entry) {
        return known.stream()
                .map(Recorded::entry)
                .anyMatch(other -> other instanceof EntryRetracted retraction
                        && retraction.target().equals(entry.entryId())
                        && counts(retraction));
    }

    private boolean counts(Entry entry) {
        return counting.contains(entry.entryId());
    }

    /** "with those corrected by k". */
    private WorldEntry corrected(WorldEntry entry) {
        WorldEntry content = entry;
        for (Recorded recorded : known) {
            if (recorded.entry() instanceof EntryCorrected correction
                    && correction.target().equals(entry.entryId())
                    && counts(correction)) {
                content = correction.entry();
            }
        }
        return content;
    }

    private WorldEntry content(WorldEntry entry) {
        return Objects.requireNonNull(contents.get(entry.entryId()));
    }

    private boolean isContested(WorldEntry entry) {
        return known.stream()
                .map(Recorded::entry)
                .anyMatch(other -> other instanceof EntryContested contest
                        && contest.target().equals(entry.entryId())
                        && counts(contest));
    }

    /** Rule 1. */
    private static List<Change> changes(Meaning meaning, WorldEntry entry, long position) {
        Effective effective = Objects.requireNonNull(entry.effective());
        Window start = effective.start().window();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(
                meaning.effect(),
                start.earliest(),
                start.latest(),
                effective.start().text(),
                entry,
                position,
                false));
        boolean isMeeting = meaning.subject().kind() == SubjectKind.MEETING;
        if (effective instanceof Period period && meaning.effect() != Effect.ENDS) {
            switch (period.end()) {
                case Period.Open ignored -> {}
                case Period.Until(var last) ->
                    changes.add(end(
                            next(last.window().earliest()),
                            next(last.window().latest()),
                            last.text(),
                            entry,
                            position));
                case Period.Lasting lasting -> {
                    LocalDate from =
                            bounded(start.earliest()) ? start.earliest().plus(lasting.length()) : start.earliest();
                    LocalDate to = bounded(start.latest()) ? start.latest().plus(lasting.length()) : start.latest();
                    changes.add(end(from, to, period.endText(), entry, position));
                }
            }
        } else if (isMeeting) {
            changes.add(end(
                    next(start.earliest()),
                    next(start.latest()),
                    effective.start().text(),
                    entry,
                    position));
        }
        return changes;
    }

    private static Change end(LocalDate from, LocalDate to, String written, WorldEntry entry, long position) {
        return new Change(Effect.LAPSES, from, to, written, entry, position, true);
    }

    /** Sorted, and without the ends that another entry has taken over. */
    private static List<Change> effectual(List<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort((one, other) -> {
            int order = one.earliest.compareTo(other.earliest);
            order = order != 0 ? order : one.latest.compareTo(other.latest);
            order = order != 0 ? order : Long.compare(one.position, other.position);
            return order != 0 ? order : Boolean.compare(one.isEnd, other.isEnd);
        });
        List<Change> counting = new ArrayList<>();
        for (Change change : sorted) {
            boolean isOvertaken = change.isEnd
                    && (counting.isEmpty()
                            || counting.getLast().isEnd
                            || counting.getLast().position != change.position);
            if (!isOvertaken) {
                counting.add(change);
            }
        }
        return counting;
    }

    /** Rule 2. */
    private static List<Value> values(List<Change> changes) {
        List<Value> values = new ArrayList<>();
        values.add(new Value(
                new Change(Effect.ENDS, LocalDate.MIN, LocalDate.MIN, "", changes.getFirst().entry, 0, false), null));
        Map<String, Object> ground = null;
        for (Change change : changes) {
            Value before = values.getLast();
            Map<String, Object> value = change.isEnd || change.effect == Effect.ENDS
                    ? null
                    : change.effect == Effect.CHANGES ? changed(ground, change.entry) : attributes(change.entry);
            boolean goesOn = change.isEnd || change.effect == Effect.CHANGES;
            if (Objects.equals(before.held, value)) {
                before.entries.add(change.entry.entryId());
            } else {
                Value next = new Value(change, value);
                if (goesOn && ground != null) {
                    next.entries.addAll(before.entries);
                }
                if (!next.entries.contains(change.entry.entryId())) {
                    next.entries.add(change.entry.entryId());
                }
                values.add(next);
            }
            ground = change.isEnd ? ground : value;
        }
        return values;
    }

    private static Map<String, Object> changed(@Nullable Map<String, Object> ground, WorldEntry entry) {
        Map<String, Object> value = new LinkedHashMap<>(ground == null ? Map.of() : ground);
        if (entry instanceof FundingAmountChanged) {
            value.remove("amount");
        }
        value.putAll(attributes(entry));
        return value;
    }

    private static Map<String, Object> attributes(WorldEntry entry) {
        return EntryJson.attributes(entry);
    }

    /** Rule 3, for one day. */
    private List<String> facts(Subject subject, List<Value> values) {
        List<String> facts = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            Value value = values.get(i);
            List<Value> later = values.subList(i + 1, values.size());
            boolean mayHaveBegun = !day.isBefore(value.began.earliest);
            boolean mustHaveGone = later.stream().anyMatch(other -> !day.isBefore(other.began.latest));
            if (value.held == null || !mayHaveBegun || mustHaveGone) {
                continue;
            }
            boolean mustHaveBegun = !day.isBefore(value.began.latest);
            boolean mayHaveGone = !later.isEmpty() && !day.isBefore(later.getFirst().began.earliest);
            facts.add(line(
                    subject,
                    named(value.held),
                    mustHaveBegun && !mayHaveGone ? "certain" : "possible",
                    value.began.written,
                    later.isEmpty() ? null : later.getFirst().began.written,
                    value.entries,
                    known.stream()
                            .map(Recorded::entry)
                            .anyMatch(entry -> entry instanceof WorldEntry world
                                    && value.entries.contains(world.entryId())
                                    && isContested(world))));
        }
        return facts;
    }

    /** "until an entry that names them comes true, or they are abandoned". */
    private boolean isExpected(WorldEntry announcement, WorldEntry content) {
        UUID id = announcement.entryId();
        for (Recorded recorded : known) {
            Entry entry = recorded.entry();
            boolean abandons =
                    entry instanceof AnnouncementAbandoned gone && gone.target().equals(id) && counts(gone);
            if (abandons && hasComeBy(entry)) {
                return false;
            }
            if (entry instanceof WorldEntry world && counts(world)) {
                WorldEntry fulfilling = content(world);
                if (fulfilling.isActual() && id.equals(fulfilling.header().fulfils()) && hasComeBy(fulfilling)) {
                    return false;
                }
            }
        }
        return !content.isActual();
    }

    private boolean hasComeBy(Entry entry) {
        return !day.isBefore(
                Objects.requireNonNull(entry.effective()).start().window().earliest());
    }

    private String announced(WorldEntry content) {
        Map<String, Object> value = new LinkedHashMap<>(attributes(content));
        value.put("type", EntryType.of(content).name());
        value.put("status", content.header().status());
        return named(value);
    }

    /** Attributes with the names that things have. */
    private String named(Map<String, Object> attributes) {
        ObjectNode value = EntryJson.nameless(attributes);
        for (var attribute : value.properties()) {
            List<JsonNode> things = new ArrayList<>(List.of(attribute.getValue()));
            attribute.getValue().forEach(things::add);
            for (JsonNode thing : things) {
                if (thing instanceof ObjectNode object && object.has("id")) {
                    String name = name(attribute.getKey(), object.get("id").stringValue());
                    if (name != null) {
                        object.put("name", name);
                    }
                }
            }
        }
        return sorted(value);
    }

    /** "names may be given again and the latest one shows", of the entries that count, as corrected, in their places. */
    private @Nullable String name(String attribute, String id) {
        Subject wanted = Names.of(attribute, id);
        String latest = null;
        for (Recorded recorded : known) {
            Entry entry = recorded.entry();
            if (!counts(entry)) {
                continue;
            }
            Entry content = entry instanceof WorldEntry world ? content(world) : entry;
            if (entry instanceof RegisterEntry remark && !bearsOnSomething(remark)) {
                continue;
            }
            String given = givenBy(content, wanted);
            latest = given == null ? latest : given;
        }
        return latest;
    }

    /** A remark about an entry that the register does not hold says nothing. */
    private boolean bearsOnSomething(RegisterEntry remark) {
        return known.stream()
                .map(Recorded::entry)
                .filter(entry -> entry.entryId().equals(remark.target()))
                .anyMatch(entry -> entry instanceof WorldEntry
                        || (remark instanceof EntryRetracted
                                && entry instanceof RegisterEntry earlier
                                && bearsOnSomething(earlier)));
    }

    private static @Nullable String givenBy(Entry entry, Subject wanted) {
        Map<String, Object> mentions = new LinkedHashMap<>(EntryJson.attributes(entry));
        var source = entry.header().source();
        if (source != null && source.speaker() != null) {
            mentions.put("speaker", source.speaker());
        }
        if (entry instanceof TerritoryOpened opened) {
            mentions.put("territory", new Reference(opened.header().territory(), opened.name()));
        }
        String[] found = {null};
        mentions.forEach((attribute, value) -> {
            for (Object item : value instanceof List<?> list ? list : List.of(value)) {
                String id =
                        item instanceof Reference r ? r.id().text() : item instanceof Worksite w ? w.id().text() : "";
                String name = item instanceof Reference r ? r.name() : item instanceof Worksite w ? w.name() : null;
                if (name != null && Names.of(attribute, id).equals(wanted)) {
                    found[0] = name;
                }
            }
        });
        return found[0];
    }

    private static String line(
            Subject subject,
            String value,
            String certainty,
            @Nullable String since,
            @Nullable String until,
            List<UUID> entries,
            boolean contested) {
        return subject + " " + value + " " + certainty + " " + since + " > " + until + " " + entries + " " + contested;
    }

    private static String sorted(ObjectNode value) {
        Map<String, String> byName = new TreeMap<>();
        value.properties()
                .forEach(each -> byName.put(each.getKey(), each.getValue().toString()));
        return byName.toString();
    }

    private static boolean bounded(LocalDate day) {
        return !day.equals(LocalDate.MIN) && !day.equals(LocalDate.MAX);
    }

    private static LocalDate next(LocalDate day) {
        return bounded(day) ? day.plusDays(1) : day;
    }
}
