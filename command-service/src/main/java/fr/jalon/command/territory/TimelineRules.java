package fr.jalon.command.territory;

import fr.jalon.events.entry.CoordinationEntry.CoordinationCarrierChanged;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.meaning.Transition;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one mechanism of the register's rules: with the proposed entry, every subject it touches can still be read, and
 * the entry does not merely repeat what is held for certain. What could not be read before is not held against it.
 */
final class TimelineRules {
    /** How many entries are looked at, and named, to tell what a proposed entry contradicts. */
    private static final int MOST_NAMED = 20;

    private final Register before;
    private final Recorded proposed;
    private final @Nullable Transition own;

    private TimelineRules(Register before, Register after) {
        this.before = before;
        this.proposed = Objects.requireNonNull(after.last());
        this.own = transition(after);
    }

    /** What stands against the last entry of {@code after}. */
    static List<Refusal> newlyBroken(Register before, Register after) {
        TimelineRules rules = new TimelineRules(before, after);
        List<Refusal> refusals = new ArrayList<>();
        after.touchedSince(before).stream()
                .filter(subject -> subject.kind() instanceof FactKind)
                .sorted(Comparator.naturalOrder())
                .forEach(subject ->
                        refusals.addAll(rules.broken(subject, before.timeline(subject), after.timeline(subject))));
        return refusals;
    }

    private List<Refusal> broken(Subject subject, Timeline was, Timeline is) {
        Transition mine = own != null && own.subject().equals(subject) ? own : null;
        if (is.hasReading()) {
            return mine == null ? List.of() : repetition(is, mine).stream().toList();
        }
        if (!was.hasReading()) {
            return List.of();
        }
        if (mine != null && (mine.effect() == Effect.CHANGES || mine.effect() == Effect.ENDS)) {
            Timeline soFar = upTo(is, mine);
            if (!soFar.hasReading() && soFar.without(mine).hasReading()) {
                return List.of(groundless(soFar, mine));
            }
        }
        return contradicted(is, mine, subject);
    }

    /** An entry that begins what is held for certain already, or names the carrier that it follows in every reading. */
    private Optional<Refusal> repetition(Timeline is, Transition mine) {
        RefusalCode code = repeated(is, mine);
        Transition earlier = transition(before);
        if (code == null
                || (proposed.entry() instanceof EntryCorrected
                        && earlier != null
                        && repeated(before.timeline(earlier.subject()), earlier) == code)) {
            return Optional.empty();
        }
        String field = code == RefusalCode.ALREADY_BEGUN ? "/effective" : "/carrier";
        return Optional.of(ofOwn(code, field, holder(is.without(mine), mine), mine.subject()));
    }

    private static @Nullable RefusalCode repeated(Timeline timeline, Transition entry) {
        if (entry.effect() == Effect.BEGINS
                && timeline.without(entry).isHeld(entry.window().earliest())) {
            return RefusalCode.ALREADY_BEGUN;
        }
        return entry.entry() instanceof CoordinationCarrierChanged && !timeline.isNews(entry)
                ? RefusalCode.CARRIER_UNCHANGED
                : null;
    }

    /** It finds nothing to change or end, whatever comes after it. */
    private Refusal groundless(Timeline soFar, Transition mine) {
        boolean another = findsAnother(soFar, mine);
        UUID against = soFar.entries().reversed().stream()
                .filter(entry -> !entry.equals(mine))
                .limit(MOST_NAMED)
                .filter(entry -> soFar.without(entry).hasReading())
                .findFirst()
                .map(entry -> entry.entry().entryId())
                .orElseGet(() -> another ? holder(soFar.without(mine), mine) : null);
        return another
                ? ofOwn(RefusalCode.NOT_THE_COORDINATOR, "/person", against, mine.subject())
                : ofOwn(RefusalCode.NOT_BEGUN, "/effective", against, mine.subject());
    }

    /** The fewest entries, as far as a look at each tells, without which the rest can be read. */
    private List<Refusal> contradicted(Timeline is, @Nullable Transition mine, Subject subject) {
        List<Refusal> refusals = new ArrayList<>();
        Timeline rest = is;
        while (!rest.hasReading() && refusals.size() < MOST_NAMED) {
            Timeline unread = rest;
            List<Transition> suspects = unread.entriesUntilVoid().reversed().stream()
                    .filter(entry -> !entry.equals(mine))
                    .filter(entry -> entry.effect() == Effect.CHANGES || entry.effect() == Effect.ENDS)
                    .limit(MOST_NAMED)
                    .toList();
            if (suspects.isEmpty()) {
                // Without all that might contradict it, it still finds nothing.
                return List.of(groundless(unread, Objects.requireNonNull(mine)));
            }
            Transition guilty = suspects.stream()
                    .filter(entry -> unread.without(entry).hasReading())
                    .findFirst()
                    .orElse(suspects.getFirst());
            RefusalCode code = findsAnother(unread, guilty) ? RefusalCode.NOT_THE_COORDINATOR : RefusalCode.NOT_BEGUN;
            refusals.add(new Refusal(code, "", guilty.entry().entryId(), subject.toString()));
            rest = unread.without(guilty);
        }
        return refusals;
    }

    private static boolean findsAnother(Timeline unread, Transition leaving) {
        return leaving.finds() != null
                && unread.without(leaving).with(leaving.findingAnybody()).hasReading();
    }

    /** The timeline without what surely comes after the entry. */
    private static Timeline upTo(Timeline timeline, Transition entry) {
        LocalDate last = entry.window().latest();
        Timeline soFar = timeline;
        for (Transition later : timeline.entries().reversed()) {
            if (later.window().earliest().isAfter(last)) {
                soFar = soFar.without(later);
            }
        }
        return soFar;
    }

    /** The entry by which the value began that may be held on the first day on which this one may take effect. */
    private static @Nullable UUID holder(Timeline others, Transition entry) {
        return others.spans(Set.of()).stream()
                .filter(span -> span.possible().contains(entry.window().earliest()))
                .findFirst()
                .map(span -> span.entries().getFirst())
                .orElse(null);
    }

    private Refusal ofOwn(RefusalCode code, String field, @Nullable UUID against, Subject subject) {
        String pointer = proposed.entry() instanceof EntryCorrected ? "/entry" + field : field;
        return new Refusal(code, pointer, against, subject.toString());
    }

    /** What the proposed entry, or the one that it corrects, does to a timeline of this register. */
    private @Nullable Transition transition(Register register) {
        Entry entry = proposed.entry();
        UUID told = entry instanceof EntryCorrected correction ? correction.target() : entry.entryId();
        return entry instanceof WorldEntry || entry instanceof EntryCorrected
                ? register.filed(told).map(Filed::transition).orElse(null)
                : null;
    }
}
