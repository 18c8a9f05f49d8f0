package fr.jalon.events.timeline;

import fr.jalon.events.entry.FundingEntry.FundingAmountChanged;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject's transitions in order, and the values they give it on each day (<i>chronologie</i>). Immutable: what one more
 * entry leaves as it was is kept.
 */
public final class Timeline {
    public static final Timeline EMPTY = new Timeline(List.of(), List.of());

    private final List<Transition> transitions;
    private final List<Step> steps;

    private Timeline(List<Transition> transitions, List<Step> steps) {
        this.transitions = transitions;
        this.steps = steps;
    }

    /** The timeline with the transitions of one more entry of its subject. */
    public Timeline with(List<Transition> ofOneEntry) {
        if (ofOneEntry.isEmpty()) {
            return this;
        }
        List<Transition> sorted = new ArrayList<>(transitions);
        for (Transition transition : ofOneEntry) {
            int at = sorted.size();
            while (at > 0 && transition.isBefore(sorted.get(at - 1))) {
                at--;
            }
            sorted.add(at, transition);
        }
        return changed(sorted, ofOneEntry.getFirst());
    }

    /** The timeline without the transitions of one of its entries. */
    public Timeline without(List<Transition> ofOneEntry) {
        if (ofOneEntry.isEmpty()) {
            return this;
        }
        Transition first = ofOneEntry.getFirst();
        List<Transition> sorted = new ArrayList<>(transitions);
        sorted.removeIf(transition -> transition.position() == first.position());
        return sorted.isEmpty() ? EMPTY : changed(sorted, first);
    }

    public boolean isEmpty() {
        return transitions.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeline that && transitions.equals(that.transitions);
    }

    @Override
    public int hashCode() {
        return transitions.hashCode();
    }

    /** Lets each transition from the first changed one on do its work; a lapse that another entry overtook does none. */
    private Timeline changed(List<Transition> sorted, Transition firstChanged) {
        List<Step> done = new ArrayList<>(sorted.size());
        for (Step step : steps) {
            if (!step.transition().isBefore(firstChanged)) {
                break;
            }
            done.add(step);
        }
        for (Transition transition : sorted) {
            if (transition.isBefore(firstChanged)) {
                continue;
            }
            Step last = done.isEmpty() ? null : done.getLast();
            if (transition.effect() != Effect.LAPSES || (last != null && transition.lapses(last.transition()))) {
                done.add(step(transition, last));
            }
        }
        return new Timeline(sorted, Collections.unmodifiableList(done));
    }

    /** What happened, in timeline order. */
    public List<Step> steps() {
        return steps;
    }

    /** The values held, each with its possible and its certain days; days without a value are left out. */
    public List<Span> spans(Set<UUID> contested) {
        List<Held> held = held();
        LocalDate[] latest = new LocalDate[held.size() + 1];
        latest[held.size()] = Days.NEVER;
        for (int i = held.size() - 1; i >= 0; i--) {
            latest[i] = Days.earlier(held.get(i).began.window().latest(), latest[i + 1]);
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            Held now = held.get(i);
            Held next = i + 1 < held.size() ? held.get(i + 1) : null;
            LocalDate earliest = now.began.window().earliest();
            LocalDate nextEarliest =
                    next == null ? Days.NEVER : next.began.window().earliest();
            DayRange possible = range(earliest, latest[i + 1]);
            if (now.value != null && possible != null) {
                spans.add(new Span(
                        now.began.subject(),
                        now.value,
                        possible,
                        range(latest[i], nextEarliest),
                        now.began.written(),
                        next == null ? null : next.began.written(),
                        List.copyOf(now.entries),
                        !Collections.disjoint(now.entries, contested)));
            }
        }
        return spans;
    }

    /** The steps, those that only confirm the value already held merged into the earlier one. */
    private List<Held> held() {
        List<Held> held = new ArrayList<>();
        for (Step step : steps) {
            UUID entry = step.transition().entry().entryId();
            Held last = held.isEmpty() ? null : held.getLast();
            if (last != null && Objects.equals(last.value, step.value())) {
                last.entries.add(entry);
            } else if (last != null || step.value() != null) {
                held.add(new Held(step.transition(), step.value(), grounds(step, last)));
            }
        }
        return held;
    }

    /**
     * A value that goes on changed rests on its own entry and on those of the value it goes on from, lapsed or not; so does
     * its lapse, which keeps them for a change to come.
     */
    private static List<UUID> grounds(Step step, @Nullable Held last) {
        List<UUID> grounds = new ArrayList<>();
        boolean goesOn = switch (step.transition().effect()) {
            case CHANGES, LAPSES -> true;
            case BEGINS, STATES, ENDS -> false;
        };
        if (last != null && goesOn && step.ground() != null) {
            grounds.addAll(last.entries);
        }
        UUID own = step.transition().entry().entryId();
        if (!grounds.contains(own)) {
            grounds.add(own);
        }
        return grounds;
    }

    private static Step step(Transition transition, @Nullable Step last) {
        Map<String, Object> ground = last == null ? null : ground(last);
        Map<String, Object> value = switch (transition.effect()) {
            case BEGINS, STATES -> transition.attributes();
            case CHANGES -> changed(ground, transition);
            case ENDS, LAPSES -> null;
        };
        return new Step(transition, last, ground, value);
    }

    private static @Nullable Map<String, Object> ground(Step last) {
        return last.transition().effect() == Effect.LAPSES ? last.ground() : last.value();
    }

    private static Map<String, Object> changed(@Nullable Map<String, Object> ground, Transition change) {
        Map<String, Object> value = new LinkedHashMap<>(ground == null ? Map.of() : ground);
        if (change.entry() instanceof FundingAmountChanged) {
            value.remove("amount");
        }
        value.putAll(change.attributes());
        return Collections.unmodifiableMap(value);
    }

    private static @Nullable DayRange range(LocalDate from, LocalDate to) {
        return from.isBefore(to) ? new DayRange(from, to) : null;
    }

    private record Held(Transition began, @Nullable Map<String, Object> value, List<UUID> entries) {}
}
