package fr.jalon.events.register;

import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.meaning.Transition;
import fr.jalon.events.timeline.Span;
import fr.jalon.events.timeline.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePMap;

/**
 * One territory's register: the fold of its entries, in recorded order (<i>registre</i>). Immutable: {@link #with}
 * gives the register after one more entry, at a cost that does not grow with the register, and judges nothing: rules
 * are the write side's.
 */
public final class Register {
    private static final TreePMap<Long, String> NO_NAME = TreePMap.empty();
    private static final Register EMPTY =
            new Register(null, HashTreePMap.empty(), HashTreePMap.empty(), Index.EMPTY, HashTreePMap.empty());

    private final @Nullable Recorded last;
    private final PMap<UUID, Filed> filed;
    /** What tells nothing of the world. */
    private final PMap<UUID, Recorded> besides;

    private final Index index;
    private final PMap<Subject, TreePMap<Long, String>> names;

    private Register(
            @Nullable Recorded last,
            PMap<UUID, Filed> filed,
            PMap<UUID, Recorded> besides,
            Index index,
            PMap<Subject, TreePMap<Long, String>> names) {
        this.last = last;
        this.filed = filed;
        this.besides = besides;
        this.index = index;
        this.names = names;
    }

    public static Register empty() {
        return EMPTY;
    }

    /** The register of these entries, in this order. */
    public static Register of(Iterable<Recorded> entries) {
        Register register = EMPTY;
        for (Recorded entry : entries) {
            register = register.with(entry);
        }
        return register;
    }

    /** Its last entry; null where it has none. */
    public @Nullable Recorded last() {
        return last;
    }

    /** The position of its last entry; 0 where it has none. */
    public long position() {
        return last == null ? 0 : last.position();
    }

    /** When its last entry was recorded; null where it has none. */
    public @Nullable Instant recordedAt() {
        return last == null ? null : last.recordedAt();
    }

    /** The entry of this id, whatever became of it. */
    public Optional<Recorded> recorded(UUID entryId) {
        Filed file = filed.get(entryId);
        return Optional.ofNullable(file != null ? file.recorded() : besides.get(entryId));
    }

    /** The entry about the world of this id, with all that was said of it. */
    public Optional<Filed> filed(UUID entryId) {
        return Optional.ofNullable(filed.get(entryId));
    }

    /** The entry about the world that this one bears on, at once or through the remarks it retracts. */
    public Optional<Filed> subjectOf(RegisterEntry remark) {
        RegisterEntry about = remark;
        while (about instanceof EntryRetracted) {
            Recorded retracted = besides.get(about.target());
            if (retracted == null || !(retracted.entry() instanceof RegisterEntry earlier)) {
                break;
            }
            about = earlier;
        }
        return filed(about.target());
    }

    /** All entries, in recorded order. */
    public List<Recorded> entries() {
        return Stream.concat(filed.values().stream().map(Filed::recorded), besides.values().stream())
                .sorted(Comparator.comparingLong(Recorded::position))
                .toList();
    }

    /** Every subject with a span, of whatever kind. */
    public Set<Subject> subjects() {
        Set<Subject> subjects = new HashSet<>(index.timelines.keySet());
        index.announcements.forEach(id -> subjects.add(Outlook.subject(id)));
        subjects.addAll(names.keySet());
        return subjects;
    }

    /**
     * The register with one more entry (<i>evolve</i>).
     *
     * @throws IllegalArgumentException if it is not the next one in order
     */
    public Register with(Recorded recorded) {
        if (recorded.position() != position() + 1) {
            throw new IllegalArgumentException(
                    "Entry " + recorded.position() + " cannot follow entry " + position() + " of the register");
        }
        return switch (recorded.entry()) {
            case WorldEntry world -> filing(recorded, besides, null, Filed.first(recorded, world));
            case KeepingEntry _ ->
                filing(recorded, besides.plus(recorded.entry().entryId(), recorded), null, null);
            case RegisterEntry remark -> {
                Filed before = subjectOf(remark).orElse(null);
                Filed after = before == null ? null : before.with(recorded);
                yield filing(recorded, besides.plus(remark.entryId(), recorded), before, after);
            }
        };
    }

    /** The entries that stand and make this announcement come true. */
    public Set<UUID> fulfilling(UUID announcement) {
        return index.fulfilments(announcement);
    }

    /** The timeline of a subject of the world. */
    public Timeline timeline(Subject subject) {
        return index.timeline(subject);
    }

    /** The values that a subject, of whatever kind, has over time. */
    public List<Span> spans(Subject subject) {
        return switch (subject.kind()) {
            case FactKind ignored -> timeline(subject).spans(index.contested());
            case CompanionKind.NAME -> {
                String name = name(subject);
                yield name == null ? List.of() : List.of(Names.span(subject, name));
            }
            case CompanionKind.OUTLOOK -> {
                Filed announcement = filed.get(UUID.fromString(subject.key()));
                yield announcement == null ? List.of() : Outlook.spans(announcement, fulfilments(announcement));
            }
        };
    }

    /** Those of them that have the day. */
    public List<Span> spansOn(LocalDate day, Subject subject) {
        return subject.kind() instanceof FactKind
                ? timeline(subject).spansOn(day, index.contested())
                : spans(subject).stream()
                        .filter(span -> span.possible().contains(day))
                        .toList();
    }

    /** The subjects whose spans may differ from those {@code before} this register's last entry. */
    public Set<Subject> touchedSince(Register before) {
        Set<Subject> touched = new HashSet<>();
        if (last == null) {
            return touched;
        }
        Optional<Filed> file = last.entry() instanceof RegisterEntry remark
                ? subjectOf(remark)
                : filed(last.entry().entryId());
        file.ifPresent(after -> {
            touch(after, before, touched);
            before.filed(after.original().entryId()).ifPresent(old -> before.touch(old, this, touched));
        });
        return touched;
    }

    /** What this file speaks of, and the things that it names and that are called otherwise in the other register. */
    private void touch(Filed file, Register other, Set<Subject> touched) {
        touched.add(file.subject());
        UUID fulfilled = file.fulfilled();
        if (fulfilled != null) {
            touched.add(Outlook.subject(fulfilled));
        }
        for (Filed.Given given : file.names()) {
            if (!Objects.equals(name(given.subject()), other.name(given.subject()))) {
                touched.add(given.subject());
            }
        }
    }

    /** What each thing is called at present. */
    public Map<Subject, String> names() {
        return names.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, given -> given.getValue().lastEntry().getValue()));
    }

    private @Nullable String name(Subject subject) {
        TreePMap<Long, String> given = names.get(subject);
        return given == null ? null : given.lastEntry().getValue();
    }

    private Register filing(
            Recorded recorded, PMap<UUID, Recorded> besides, @Nullable Filed before, @Nullable Filed after) {
        return after == null
                ? new Register(recorded, filed, besides, index, names)
                : new Register(
                        recorded,
                        filed.plus(after.original().entryId(), after),
                        besides,
                        index.with(before, after),
                        named(before, after));
    }

    private PMap<Subject, TreePMap<Long, String>> named(@Nullable Filed before, Filed after) {
        PMap<Subject, TreePMap<Long, String>> named = names;
        if (before != null) {
            for (Filed.Given given : before.names()) {
                TreePMap<Long, String> kept =
                        named.getOrDefault(given.subject(), NO_NAME).minus(given.position());
                named = kept.isEmpty() ? named.minus(given.subject()) : named.plus(given.subject(), kept);
            }
        }
        for (Filed.Given given : after.names()) {
            TreePMap<Long, String> known = named.getOrDefault(given.subject(), NO_NAME);
            named = named.plus(given.subject(), known.plus(given.position(), given.name()));
        }
        return named;
    }

    private Stream<WorldEntry> fulfilments(Filed announcement) {
        return index.fulfilments(announcement.original().entryId()).stream()
                .map(id -> filed(id).orElseThrow().content());
    }

    /**
     * Where to find what the entries that count make: timelines, announcements, what fulfils them, what is contested.
     */
    private record Index(
            PMap<Subject, Timeline> timelines,
            PSet<UUID> announcements,
            PMap<UUID, PSet<UUID>> byFulfilled,
            PSet<UUID> contested) {
        static final Index EMPTY =
                new Index(HashTreePMap.empty(), HashTreePSet.empty(), HashTreePMap.empty(), HashTreePSet.empty());

        Index with(@Nullable Filed before, Filed after) {
            Index others = before == null || !before.stands() ? this : without(before);
            return after.stands() ? others.plus(after) : others;
        }

        Timeline timeline(Subject subject) {
            return timelines.getOrDefault(subject, Timeline.EMPTY);
        }

        PSet<UUID> fulfilments(UUID announcement) {
            return byFulfilled.getOrDefault(announcement, HashTreePSet.empty());
        }

        private Index plus(Filed file) {
            UUID id = file.original().entryId();
            UUID fulfilled = file.fulfilled();
            Transition transition = file.transition();
            Timeline timeline = timeline(file.subject());
            timeline = transition == null ? timeline : timeline.with(transition);
            return new Index(
                    timeline.isEmpty() ? timelines : timelines.plus(file.subject(), timeline),
                    timeline.isEmpty() ? announcements.plus(id) : announcements,
                    fulfilled == null
                            ? byFulfilled
                            : byFulfilled.plus(fulfilled, fulfilments(fulfilled).plus(id)),
                    file.isContested() ? contested.plus(id) : contested);
        }

        private Index without(Filed file) {
            UUID id = file.original().entryId();
            UUID fulfilled = file.fulfilled();
            Transition transition = file.transition();
            Timeline timeline = timeline(file.subject());
            timeline = transition == null ? timeline : timeline.without(transition);
            return new Index(
                    timeline.isEmpty() ? timelines.minus(file.subject()) : timelines.plus(file.subject(), timeline),
                    announcements.minus(id),
                    fulfilled == null
                            ? byFulfilled
                            : byFulfilled.plus(fulfilled, fulfilments(fulfilled).minus(id)),
                    contested.minus(id));
        }
    }
}
