package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.Transition;
import fr.jalon.events.time.Days;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where readings are too many to be told apart, or where none remains: whatever the entries may bring about in any
 * order, each as often as one likes, is possible, and nothing is certain. It holds more than may be, never less.
 */
final class Anything implements Unfolding {
    /** How many steps are tried; what only more would show is left out. */
    private static final int MOST_STEPS = 100_000;

    private final List<Transition> entries;
    private final long lastDay;
    private final List<State> from;
    private final Map<Holding, Long> reached = new LinkedHashMap<>();
    private final Set<Holding> left = new LinkedHashSet<>();

    Anything(List<Transition> entries, long lastDay, List<State> from) {
        this.entries = entries;
        this.lastDay = lastDay;
        this.from = from;
    }

    /** Tries what there is to try, once somebody asks: where entries are many, most are followed by another. */
    private void tryAll() {
        if (!reached.isEmpty()) {
            return;
        }
        from.forEach(state -> reached.put(state.holding(), Days.ALWAYS.toEpochDay()));
        SequencedSet<Holding> waiting = new LinkedHashSet<>(reached.keySet());
        for (int steps = 0; !waiting.isEmpty() && steps < MOST_STEPS; steps += entries.size()) {
            Holding holding = waiting.removeFirst();
            long day = reached.getOrDefault(holding, Days.ALWAYS.toEpochDay());
            for (Transition entry : entries) {
                Holding after = holding.after(entry);
                if (after != null) {
                    reach(after, Math.max(day, entry.window().earliest().toEpochDay()), waiting);
                }
            }
            if (holding.end() != null && holding.end().over().earliest().toEpochDay() <= lastDay) {
                reach(
                        holding.over(),
                        Math.max(day, holding.end().over().earliest().toEpochDay()),
                        waiting);
            }
        }
        if (left.isEmpty()) {
            left.addAll(reached.keySet());
        }
    }

    private void reach(Holding holding, long day, SequencedSet<Holding> waiting) {
        Long known = reached.get(holding);
        left.add(holding);
        if (known == null || day < known) {
            reached.put(holding, day);
            waiting.add(holding);
        }
    }

    @Override
    public List<State> out() {
        tryAll();
        return left.stream().map(holding -> new State(holding, 0)).toList();
    }

    @Override
    public Set<State> leadingTo(Set<State> ends) {
        return Set.copyOf(from);
    }

    @Override
    public boolean isNews(Transition entry) {
        return true;
    }

    @Override
    public Map<Holding, @Nullable Episode> tell(Map<Holding, @Nullable Episode> episodes, Consumer<Possibility> told) {
        tryAll();
        Map<Holding, @Nullable Episode> tales = new LinkedHashMap<>();
        reached.forEach((holding, day) -> {
            Map<String, Object> held = holding.held();
            Episode episode = holding.value() == null ? null : tale(holding.value(), episodes);
            if (held != null) {
                told.accept(Possibility.of(held, day, Days.NEVER.toEpochDay(), episode));
            }
            if (left.contains(holding)) {
                tales.put(holding, episode);
            }
        });
        told.accept(Possibility.of(null, Days.ALWAYS.toEpochDay(), Days.NEVER.toEpochDay(), null));
        return tales;
    }

    /** All that may have made the value what it is: what was told of it before, and every entry here. */
    private @Nullable Episode tale(Map<String, Object> value, Map<Holding, @Nullable Episode> before) {
        Episode tale = null;
        for (Map.Entry<Holding, @Nullable Episode> earlier : before.entrySet()) {
            if (value.equals(earlier.getKey().value())) {
                tale = Episode.join(tale, earlier.getValue());
            }
        }
        for (Transition entry : entries) {
            if (entry.effect() == Effect.CHANGES || entry.attributes().equals(value)) {
                tale = Episode.join(tale, Episode.begunBy(entry));
            }
        }
        return tale;
    }
}
