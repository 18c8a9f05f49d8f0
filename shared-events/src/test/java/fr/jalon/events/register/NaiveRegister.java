package fr.jalon.events.register;

import fr.jalon.events.entry.CoordinationEntry.CoordinationCarrierChanged;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Reference;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.entry.Thing;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.readings.NaiveReadings;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.timeline.Certainty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the specification says of a register, sentence by sentence, from all readings of its entries: slow, and sharing
 * with the fold only the words themselves (which entry speaks of which subject, and what a date's window is).
 */
public final class NaiveRegister {
    private final List<Recorded> known;

    private final Set<UUID> counting = new HashSet<>();
    private final Map<UUID, WorldEntry> contents = new HashMap<>();
    private final Map<Subject, List<WorldEntry>> moving = new TreeMap<>();

    /** Why an entry is not accepted. */
    public enum Fault {
        /** With it its subject, or one that it touches, has no reading left. */
        NO_READING,
        /** What it begins is held for certain on its earliest day. */
        REPETITION,
        /** A new carrier that is in every reading the one it follows. */
        SAME_CARRIER,
        /** It tells as actual what comes after today. */
        AFTER_TODAY
    }

    private NaiveRegister(List<Recorded> known) {
        this.known = known;
        for (Recorded recorded : known.reversed()) {
            if (!isRetracted(recorded.entry())) {
                counting.add(recorded.entry().entryId());
            }
        }
        for (Recorded recorded : known) {
            if (recorded.entry() instanceof WorldEntry world) {
                WorldEntry content = corrected(world);
                contents.put(world.entryId(), content);
                Meaning meaning = Meaning.of(content);
                if (meaning != null && counts(world) && content.isActual()) {
                    moving.computeIfAbsent(meaning.subject(), none -> new ArrayList<>())
                            .add(content);
                }
            }
        }
    }

    /** The register of these entries, in recorded order. */
    public static NaiveRegister of(List<Recorded> entries) {
        return new NaiveRegister(List.copyOf(entries));
    }

    /** How many entries it has. */
    long position() {
        return known.size();
    }

    /** What it was once this many entries were recorded. */
    public NaiveRegister through(long position) {
        return of(known.stream().filter(entry -> entry.position() <= position).toList());
    }

    /** What it was at an instant. */
    public NaiveRegister knownAt(Instant instant) {
        return of(known.stream()
                .filter(entry -> !entry.recordedAt().isAfter(instant))
                .toList());
    }

    /** The subjects of which an actual entry that counts speaks. */
    public Set<Subject> subjects() {
        return Collections.unmodifiableSet(moving.keySet());
    }

    /** The entries that move a subject, as corrected, in recorded order. */
    public List<WorldEntry> moving(Subject subject) {
        return moving.getOrDefault(subject, List.of());
    }

    /** The readings of a subject; about the days asked they give answers. */
    public NaiveReadings readings(Subject subject, Collection<LocalDate> asked) {
        return NaiveReadings.of(moving(subject), asked);
    }

    /** The values a subject may have on a day, by their attributes, and how sure that is. */
    public Map<Map<String, Object>, Certainty> values(Subject subject, LocalDate day) {
        return readings(subject, List.of(day)).values(day);
    }

    /** Whether it is certain that a subject has some value on a day. */
    public boolean isHeldForCertain(Subject subject, LocalDate day) {
        return readings(subject, List.of(day)).isHeldForCertain(day);
    }

    /** How many readings the dearest subject has, void ones too, with these days asked about. */
    public long cost(Collection<LocalDate> asked) {
        return moving.values().stream()
                .mapToLong(entries -> NaiveReadings.count(entries, asked))
                .max()
                .orElse(1);
    }

    /** The state as of a day: a line for each fact and for each item of the outlook. */
    public List<String> state(LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (Subject subject : subjects()) {
            NaiveReadings readings = readings(subject, List.of(day));
            boolean isHeld = readings.isHeldForCertain(day);
            Map<Map<String, Object>, Certainty> values = readings.values(day);
            List<String> among = isHeld && values.size() > 1
                    ? values.keySet().stream().map(this::named).sorted().toList()
                    : List.of();
            values.forEach((value, certainty) ->
                    lines.add(subject + " " + named(value) + " " + certainty.code() + line(isHeld, among)));
        }
        for (Recorded recorded : known) {
            if (recorded.entry() instanceof WorldEntry world && counts(world)) {
                WorldEntry content = content(world);
                if (isExpected(world, content, day)) {
                    lines.add("outlook " + world.entryId() + " " + announced(content) + " "
                            + Objects.requireNonNull(content.effective()).text() + " " + isContested(world));
                }
            }
        }
        Collections.sort(lines);
        return lines;
    }

    /** What is told of a subject beside each of its values: whether it has one for certain, and among which. */
    public static String line(boolean isHeld, List<String> among) {
        return (isHeld ? ", held" : "") + (among.isEmpty() ? "" : " among " + among);
    }

    /** The state as of a day, computed from these entries. */
    static List<String> state(List<Recorded> known, LocalDate day) {
        return of(known).state(day);
    }

    /** Whether the specification of time accepts this entry as the next one. */
    public boolean accepts(Entry proposed, LocalDate today) {
        return faults(proposed, today).isEmpty();
    }

    /**
     * Why it would not be accepted: "if and only if, with it, its subject still has a reading that is not void, and it
     * is no mere repetition"; "corrections and retractions obey the same rule".
     */
    public Set<Fault> faults(Entry proposed, LocalDate today) {
        NaiveRegister with = with(proposed);
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (proposed instanceof WorldEntry world) {
            judge(world, this, with, today, faults);
            Meaning meaning = Meaning.of(world);
            if (meaning != null && world.isActual() && !with.hasReading(meaning.subject())) {
                faults.add(Fault.NO_READING);
            }
        } else {
            if (isAfter(today, proposed)) {
                faults.add(Fault.AFTER_TODAY);
            }
            if (proposed instanceof EntryCorrected correction
                    && counts(correction.target())
                    && contents.containsKey(correction.target())) {
                judge(correction.entry(), without(correction.target()), with, today, faults);
                faults.removeAll(faultsOfOld(correction, today));
            }
            for (Subject subject : touched(with)) {
                if (hasReading(subject) && !with.hasReading(subject)) {
                    faults.add(Fault.NO_READING);
                }
            }
        }
        return faults;
    }

    /** The faults that what it corrects has come to have since, for they are not the correction's. */
    private Set<Fault> faultsOfOld(EntryCorrected correction, LocalDate today) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        WorldEntry old = Objects.requireNonNull(contents.get(correction.target()));
        if (Objects.equals(subject(old), subject(correction.entry()))) {
            judge(old, without(correction.target()), this, today, faults);
        }
        return faults;
    }

    private static @Nullable Subject subject(WorldEntry entry) {
        Meaning meaning = Meaning.of(entry);
        return meaning == null ? null : meaning.subject();
    }

    private static void judge(
            WorldEntry proposed, NaiveRegister without, NaiveRegister with, LocalDate today, Set<Fault> faults) {
        Meaning meaning = Meaning.of(proposed);
        if (!proposed.isActual()) {
            return;
        }
        LocalDate earliest =
                Objects.requireNonNull(proposed.effective()).start().window().earliest();
        // Where an entry has no earliest day, others that hold what it begins may still all have come later than any
        // day.
        if (meaning != null
                && meaning.effect() == Effect.BEGINS
                && Days.isBounded(earliest)
                && without.isHeldForCertain(meaning.subject(), earliest)) {
            faults.add(Fault.REPETITION);
        }
        if (meaning != null
                && proposed instanceof CoordinationCarrierChanged
                && with.hasReading(meaning.subject())
                && !with.readings(meaning.subject(), List.of()).differsFromWhatItFollows(proposed.entryId())) {
            faults.add(Fault.SAME_CARRIER);
        }
        if (isAfter(today, proposed)) {
            faults.add(Fault.AFTER_TODAY);
        }
    }

    private static boolean isAfter(LocalDate today, Entry entry) {
        Effective effective = entry.effective();
        return effective != null && effective.start().window().earliest().isAfter(today);
    }

    /** The subjects whose moving entries the last entry of the other register changes. */
    private Set<Subject> touched(NaiveRegister with) {
        Set<Subject> touched = new TreeSet<>(subjects());
        touched.addAll(with.subjects());
        touched.removeIf(subject -> moving(subject).equals(with.moving(subject)));
        return touched;
    }

    private boolean hasReading(Subject subject) {
        return readings(subject, List.of()).hasReading();
    }

    private NaiveRegister with(Entry proposed) {
        List<Recorded> entries = new ArrayList<>(known);
        entries.add(new Recorded(known.size() + 1L, Instant.MAX, proposed));
        return of(entries);
    }

    /** The register as if an entry had never been recorded. */
    private NaiveRegister without(UUID entryId) {
        return of(known.stream()
                .filter(recorded -> !recorded.entry().entryId().equals(entryId))
                .toList());
    }

    /**
     * "less those retracted": a retraction that counts itself speaks of it; a retraction speaks of an earlier entry.
     */
    private boolean isRetracted(Entry entry) {
        return known.stream()
                .map(Recorded::entry)
                .anyMatch(other -> other instanceof EntryRetracted retraction
                        && retraction.target().equals(entry.entryId())
                        && counts(retraction));
    }

    private boolean counts(Entry entry) {
        return counts(entry.entryId());
    }

    private boolean counts(UUID entryId) {
        return counting.contains(entryId);
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

    /** "until an entry that names them comes true, or they are abandoned". */
    private boolean isExpected(WorldEntry announcement, WorldEntry content, LocalDate day) {
        UUID id = announcement.entryId();
        for (Recorded recorded : known) {
            Entry entry = recorded.entry();
            boolean abandons =
                    entry instanceof AnnouncementAbandoned gone && gone.target().equals(id) && counts(gone);
            if (abandons && hasComeBy(entry, day)) {
                return false;
            }
            if (entry instanceof WorldEntry world && counts(world)) {
                WorldEntry fulfilling = content(world);
                if (fulfilling.isActual() && id.equals(fulfilling.header().fulfils()) && hasComeBy(fulfilling, day)) {
                    return false;
                }
            }
        }
        return !content.isActual();
    }

    private boolean hasComeBy(Entry entry, LocalDate day) {
        return !day.isBefore(
                Objects.requireNonNull(entry.effective()).start().window().earliest());
    }

    private String announced(WorldEntry content) {
        Map<String, Object> value = new LinkedHashMap<>(EntryJson.attributes(content));
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

    /**
     * "names may be given again and the latest one shows", of the entries that count, as corrected, in their places.
     */
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
                if (item instanceof Thing thing
                        && thing.name() != null
                        && Names.of(attribute, thing.id().text()).equals(wanted)) {
                    found[0] = thing.name();
                }
            }
        });
        return found[0];
    }

    public static String sorted(ObjectNode value) {
        Map<String, String> byName = new TreeMap<>();
        value.properties()
                .forEach(each -> byName.put(each.getKey(), each.getValue().toString()));
        return byName.toString();
    }
}
