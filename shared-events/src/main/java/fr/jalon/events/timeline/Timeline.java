package fr.jalon.events.timeline;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.FundingEntry.FundingAmountChanged;
import fr.jalon.events.json.EntryJson;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subject's transitions in order, and the values they give it on each day (<i>chronologie</i>). */
public final class Timeline {
    private final List<Step> steps;

    private Timeline(List<Step> steps) {
        this.steps = steps;
    }

    /** Sorts the transitions of one subject and lets each do its work; a lapse that another entry overtook does none. */
    public static Timeline of(Stream<Transition> transitions) {
        List<Step> steps = new ArrayList<>();
        transitions.sorted(Transition.ORDER).forEach(transition -> {
            Step last = steps.isEmpty() ? null : steps.getLast();
            if (transition.effect() != Effect.LAPSES || (last != null && transition.lapses(last.transition()))) {
                steps.add(step(transition, last));
            }
        });
        return new Timeline(List.copyOf(steps));
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
                        now.entries.stream().anyMatch(contested::contains)));
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
            case BEGINS, STATES -> EntryJson.attributes(transition.entry());
            case CHANGES -> changed(ground, transition.entry());
            case ENDS, LAPSES -> null;
        };
        return new Step(transition, last, ground, value);
    }

    private static @Nullable Map<String, Object> ground(Step last) {
        return last.transition().effect() == Effect.LAPSES ? last.ground() : last.value();
    }

    private static Map<String, Object> changed(@Nullable Map<String, Object> ground, Entry entry) {
        Map<String, Object> value = new LinkedHashMap<>(ground == null ? Map.of() : ground);
        if (entry instanceof FundingAmountChanged) {
            value.remove("amount");
        }
        value.putAll(EntryJson.attributes(entry));
        return Collections.unmodifiableMap(value);
    }

    private static @Nullable DayRange range(LocalDate from, LocalDate to) {
        return from.isBefore(to) ? new DayRange(from, to) : null;
    }

    private record Held(Transition began, @Nullable Map<String, Object> value, List<UUID> entries) {}
}
