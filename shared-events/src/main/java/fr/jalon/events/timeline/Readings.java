package fr.jalon.events.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All readings of entries whose windows overlap, without trying them one by one: those in which the same entries have taken
 * effect, in whatever order, and left the same holding with as many gaps, are one {@link Node} from there on. Of a node only two moments
 * matter: the earliest at which some reading reaches it, and the latest at which some reading leaves it; between them, the
 * subject may be there on any day.
 */
final class Readings implements Telling {
    /** How many nodes are told apart. */
    private static final int MOST_NODES = 1 << 20;

    private static final int UNKNOWN = -2;
    private static final int VOID = -1;

    private final List<Transition> entries;
    private final long[] lastDays;
    private final long lastDay;
    private final List<Holding> holdings = new ArrayList<>();
    private final Map<Holding, Integer> numbers = new HashMap<>();
    private final List<int[]> moves = new ArrayList<>();
    private final Map<Key, Node> nodes = new HashMap<>();
    private final List<Node> starts = new ArrayList<>();
    private final List<List<Node>> steps = new ArrayList<>();

    /** A node by what has happened (a bit for each entry), what is held, and the gaps so far. */
    private record Key(long happened, int holding, int gaps) {}

    private static final class Node {
        final Key key;
        long earliest;
        long latest = Moment.NONE;

        @Nullable
        Episode episode;

        Node(Key key, long earliest) {
            this.key = key;
            this.earliest = earliest;
        }

        boolean counts() {
            return latest != Moment.NONE;
        }
    }

    /** Something that happens next: an entry, or the end that is known. */
    private interface Step {
        /**
         * @param entry the entry's number, or -1 for the end
         * @param to where it leads
         * @param earliest the earliest moment at which it may happen
         * @param lastDay the last day on which it may
         */
        void happens(int entry, Key to, long earliest, long lastDay);
    }

    /**
     * @param entries in recorded order, as many as a long has bits for
     * @param lastDay the last day of their windows
     * @throws TooManyReadings if they are not told apart in reasonable time
     */
    Readings(List<Transition> entries, long lastDay, List<State> from) throws TooManyReadings {
        this.entries = entries;
        this.lastDay = lastDay;
        this.lastDays = entries.stream().mapToLong(Transition::lastDay).toArray();
        for (int i = 0; i < 2 * entries.size() + 2; i++) {
            steps.add(new ArrayList<>());
        }
        for (State state : from) {
            starts.add(reach(new Key(0, number(state.holding()), state.gaps()), Moment.FIRST));
        }
        for (List<Node> step : steps) {
            for (Node node : step) {
                next(node, (entry, to, earliest, last) -> reach(to, earliest));
            }
            if (nodes.size() > MOST_NODES) {
                throw new TooManyReadings();
            }
        }
    }

    @Override
    public List<State> out() {
        Map<Integer, Integer> gaps = new LinkedHashMap<>();
        for (Node node : steps.getLast()) {
            gaps.merge(node.key.holding, node.key.gaps, Math::min);
        }
        int fewest = gaps.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        List<State> out = new ArrayList<>(gaps.size());
        gaps.forEach((holding, count) -> out.add(new State(holdings.get(holding), count - fewest)));
        return out;
    }

    @Override
    public Set<State> leadingTo(Set<State> ends) {
        Map<Integer, Integer> fewest = new HashMap<>();
        for (Node node : steps.getLast()) {
            fewest.merge(node.key.holding, node.key.gaps, Math::min);
        }
        int best = fewest.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        for (Node node : steps.getLast()) {
            int gaps = node.key.gaps;
            boolean least = Objects.requireNonNull(fewest.get(node.key.holding)) == gaps;
            if (least && ends.contains(new State(holding(node), gaps - best))) {
                node.latest = Moment.LAST;
            }
        }
        for (List<Node> step : steps.reversed()) {
            for (Node node : step) {
                next(node, (entry, to, earliest, last) -> {
                    Node child = Objects.requireNonNull(nodes.get(to));
                    if (child.counts()) {
                        long latest = Moment.notAfter(child.latest, last, entry + 1);
                        if (latest >= earliest) {
                            node.latest = Math.max(node.latest, latest);
                        }
                    }
                });
            }
        }
        Set<State> counting = new HashSet<>();
        for (Node start : starts) {
            if (start.counts()) {
                counting.add(new State(holding(start), start.key.gaps));
            }
        }
        return counting;
    }

    @Override
    public boolean isNews(Transition entry) {
        int number = entries.indexOf(entry);
        boolean[] news = {false};
        everyStep((node, taken, child) -> {
            news[0] |= taken == number && !holding(node).confirmed(entry);
        });
        return news[0];
    }

    @Override
    public Map<Holding, @Nullable Episode> tell(Map<Holding, @Nullable Episode> episodes, Consumer<Possibility> told) {
        starts.forEach(start -> start.episode = episodes.get(holding(start)));
        everyStep((node, taken, child) -> {
            Transition entry = taken < 0 ? null : entries.get(taken);
            child.episode =
                    Episode.join(child.episode, Episode.step(holding(node), node.episode, entry, holding(child)));
        });
        Map<Holding, @Nullable Episode> ends = new LinkedHashMap<>();
        for (List<Node> step : steps) {
            for (Node node : step) {
                long from = Moment.day(node.earliest);
                long to = Moment.day(node.latest);
                if (node.counts() && from < to) {
                    told.accept(new Possibility(holding(node).held(), from, to, node.episode));
                }
            }
        }
        for (Node node : steps.getLast()) {
            if (node.counts()) {
                ends.put(holding(node), node.episode);
            }
        }
        return ends;
    }

    private interface Taken {
        void by(Node node, int entry, Node child);
    }

    /** Every step of a reading that counts, none before those that lead to it. */
    private void everyStep(Taken taken) {
        for (List<Node> step : steps) {
            for (Node node : step) {
                if (node.counts()) {
                    next(node, (entry, to, earliest, last) -> {
                        Node child = Objects.requireNonNull(nodes.get(to));
                        if (child.counts() && Moment.notAfter(child.latest, last, entry + 1) >= earliest) {
                            taken.by(node, entry, child);
                        }
                    });
                }
            }
        }
    }

    /** What may happen next; nothing where something can happen no more that should have. */
    private void next(Node node, Step step) {
        Holding holding = holding(node);
        End end = endsHere(holding) ? holding.end() : null;
        long over = end == null
                ? 0
                : Moment.notBefore(node.earliest, end.over().earliest().toEpochDay(), Moment.OVER);
        if (end != null && Moment.day(over) > end.over().latest().toEpochDay()) {
            return;
        }
        int size = entries.size();
        for (int i = 0; i < size; i++) {
            if ((node.key.happened & 1L << i) == 0 && Moment.day(earliest(node, i)) > lastDays[i]) {
                return;
            }
        }
        long beforeEnd = end == null ? Long.MAX_VALUE : end.lastDayBefore();
        for (int i = 0; i < size; i++) {
            if ((node.key.happened & 1L << i) != 0) {
                continue;
            }
            long earliest = earliest(node, i);
            int move = Moment.day(earliest) > beforeEnd ? VOID : move(node.key.holding, i);
            if (move != VOID) {
                Key to = new Key(node.key.happened | 1L << i, move >> 1, node.key.gaps + (move & 1));
                step.happens(i, to, earliest, Math.min(lastDays[i], beforeEnd));
            }
        }
        if (end != null) {
            Key to = new Key(node.key.happened, number(holding.over()), node.key.gaps);
            step.happens(-1, to, over, end.over().latest().toEpochDay());
        }
    }

    private long earliest(Node node, int entry) {
        return Moment.notBefore(
                node.earliest, entries.get(entry).window().earliest().toEpochDay(), entry + 1);
    }

    /** Twice the number of the holding that the entry leaves, plus one if it leaves a gap. */
    private int move(int holding, int entry) {
        int[] known = moves.get(holding);
        if (known[entry] == UNKNOWN) {
            Holding before = holdings.get(holding);
            Holding after = before.after(entries.get(entry));
            known[entry] = after == null ? VOID : 2 * number(after) + (before.leavesGap(entries.get(entry)) ? 1 : 0);
        }
        return known[entry];
    }

    private Node reach(Key key, long moment) {
        Node node = nodes.get(key);
        if (node == null) {
            node = new Node(key, moment);
            nodes.put(key, node);
            int happened = Long.bitCount(key.happened);
            steps.get(2 * happened + (endsHere(holding(node)) ? 0 : 1)).add(node);
        }
        node.earliest = Math.min(node.earliest, moment);
        return node;
    }

    /** Whether its end comes within this overlap, unless something else does before. */
    private boolean endsHere(Holding holding) {
        return holding.end() != null && holding.end().over().earliest().toEpochDay() <= lastDay;
    }

    private Holding holding(Node node) {
        return holdings.get(node.key.holding);
    }

    private int number(Holding holding) {
        return numbers.computeIfAbsent(holding, unknown -> {
            holdings.add(holding);
            int[] none = new int[entries.size()];
            Arrays.fill(none, UNKNOWN);
            moves.add(none);
            return holdings.size() - 1;
        });
    }

    /** More readings than can be told apart. */
    static final class TooManyReadings extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
