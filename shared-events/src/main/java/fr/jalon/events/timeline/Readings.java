package fr.jalon.events.timeline;

import fr.jalon.events.meaning.End;
import fr.jalon.events.meaning.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All readings of entries whose windows overlap, without trying them one by one: those in which the same entries have
 * taken effect, in whatever order, and left the same holding with as many gaps, are one {@link Node} from there on. Of
 * a node only two moments matter: the earliest at which some reading reaches it, and the latest at which some reading
 * leaves it; between them, the subject may be there on any day.
 */
final class Readings implements Unfolding {
    /** How many nodes are told apart. */
    private static final int MOST_NODES = 1 << 20;

    /** The number of the end that is known, beside those of the entries. */
    private static final int THE_END = -1;

    private final List<Transition> entries;
    private final long[] firstDays;
    private final long[] lastDays;
    private final long lastDay;
    private final Holdings holdings;
    private final Map<Long, Group> groups = new HashMap<>();
    private final List<List<Group>> steps = new ArrayList<>();
    private final List<Node> starts = new ArrayList<>();
    private int size;

    /**
     * @param entries in recorded order, as many as a long has bits for
     * @param lastDay the last day of their windows
     * @throws TooManyReadings if they are not told apart in reasonable time
     */
    Readings(List<Transition> entries, long lastDay, List<State> from) throws TooManyReadings {
        this.entries = entries;
        this.holdings = new Holdings(entries);
        this.lastDay = lastDay;
        this.firstDays = entries.stream()
                .mapToLong(entry -> entry.window().earliest().toEpochDay())
                .toArray();
        this.lastDays = entries.stream().mapToLong(Transition::lastDay).toArray();
        for (int i = 0; i <= entries.size(); i++) {
            steps.add(new ArrayList<>());
        }
        Group start = group(0);
        for (State state : from) {
            starts.add(start.reach(holdings.number(state.holding()), state.gaps(), Moment.FIRST));
        }
        for (List<Group> step : steps) {
            for (Group group : step) {
                everyStep(
                        group,
                        any -> true,
                        (node, taken, to, holding, gaps, earliest, last) -> to.reach(holding, gaps, earliest));
                if (size > MOST_NODES) {
                    throw new TooManyReadings();
                }
            }
        }
    }

    @Override
    public List<State> out() {
        List<Node> ends = ends();
        int fewest = ends.stream().mapToInt(node -> node.gaps).min().orElse(0);
        return ends.stream()
                .map(node -> new State(holdings.get(node.holding), node.gaps - fewest))
                .toList();
    }

    @Override
    public Set<State> leadingTo(Set<State> wanted) {
        List<Node> ends = ends();
        int fewest = ends.stream().mapToInt(node -> node.gaps).min().orElse(0);
        for (Node node : ends) {
            if (wanted.contains(new State(holdings.get(node.holding), node.gaps - fewest))) {
                node.latest = Moment.LAST;
                node.lasts = Moment.LAST;
            }
        }
        for (List<Group> step : steps.reversed()) {
            for (Group group : step) {
                everyStepBack(group);
            }
        }
        Set<State> counting = new HashSet<>();
        for (Node start : starts) {
            if (start.counts()) {
                counting.add(new State(holdings.get(start.holding), start.gaps));
            }
        }
        return counting;
    }

    @Override
    public boolean isNews(Transition entry) {
        int number = entries.indexOf(entry);
        boolean[] news = {false};
        everyStepThatCounts((node, taken, child) ->
                news[0] |= taken == number && !holdings.get(node.holding).confirmed(entry));
        return news[0];
    }

    @Override
    public Map<Holding, @Nullable Episode> tell(Map<Holding, @Nullable Episode> episodes, Consumer<Possibility> told) {
        Tale tale = new Tale(entries, holdings);
        for (Node start : starts) {
            start.episodes |= tale.goesOn(episodes.get(holdings.get(start.holding)));
        }
        everyStepThatCounts((node, taken, child) -> {
            child.episodes |= taken == THE_END
                    ? tale.ends(node.holding, node.episodes)
                    : tale.step(node.holding, node.episodes, taken, child.holding);
        });
        for (List<Group> step : steps) {
            for (Group group : step) {
                group.pending.forEach(node -> tell(node, tale));
                group.settled.forEach(node -> tell(node, tale));
            }
        }
        tale.tell(told);
        Map<Holding, @Nullable Episode> ends = new LinkedHashMap<>();
        for (Node node : ends()) {
            if (node.counts()) {
                ends.put(holdings.get(node.holding), tale.joined(node.episodes));
            }
        }
        return ends;
    }

    private static void tell(Node node, Tale tale) {
        if (node.lasts != Moment.NONE) {
            tale.possible(node.holding, Moment.day(node.earliest), Moment.day(node.lasts), node.episodes);
        }
    }

    /** Where all has happened, with as few gaps as one can come there. */
    private List<Node> ends() {
        Map<Integer, Node> ends = new LinkedHashMap<>();
        for (Group group : steps.getLast()) {
            for (Node node : group.settled) {
                ends.merge(node.holding, node, (one, other) -> one.gaps <= other.gaps ? one : other);
            }
        }
        return List.copyOf(ends.values());
    }

    /** One more thing that may happen. */
    private interface Step {
        /**
         * @param taken the number of the entry, or of the end
         * @param earliest the earliest moment at which it may happen
         * @param last the last day on which it may
         */
        void happens(Node node, int taken, Group to, int holding, int gaps, long earliest, long last);
    }

    /** A step that readings which count have in common. */
    private interface Taken {
        void by(Node node, int taken, Node child);
    }

    /** What may happen next from the nodes of a group; nothing where something can happen no more that should have. */
    private void everyStep(Group group, Predicate<Node> wanted, Step step) {
        Group[] next = new Group[entries.size()];
        everyStep(group, group.pending, next, wanted, step);
        everyStep(group, group.settled, next, wanted, step);
    }

    private void everyStep(Group group, List<Node> nodes, Group[] next, Predicate<Node> wanted, Step step) {
        for (Node node : nodes) {
            if (wanted.test(node)) {
                everyStep(group, node, next, step);
            }
        }
    }

    private void everyStep(Group group, Node node, Group[] next, Step step) {
        End end = endHere(node.holding);
        long over = end == null ? 0 : over(node, end);
        if (end != null && Moment.day(over) > end.over().latest().toEpochDay()) {
            return;
        }
        for (int i = 0; i < next.length; i++) {
            if (!group.has(i) && Moment.day(Moment.notBefore(node.earliest, firstDays[i], i + 1)) > lastDays[i]) {
                return;
            }
        }
        long beforeEnd = end == null ? Long.MAX_VALUE : end.lastDayBefore();
        for (int i = 0; i < next.length; i++) {
            if (group.has(i)) {
                continue;
            }
            boolean comesLate = end != null && end.isNextDay() && i < Moment.place(node.earliest);
            long earliest = Moment.notBefore(node.earliest, firstDays[i], i + 1);
            int move = comesLate || Moment.day(earliest) > beforeEnd ? Holdings.VOID : holdings.move(node.holding, i);
            if (move != Holdings.VOID) {
                if (next[i] == null) {
                    next[i] = group(group.happened | 1L << i);
                }
                long last = Math.min(lastDays[i], beforeEnd);
                int gaps = node.gaps + (Holdings.leavesGap(move) ? 1 : 0);
                step.happens(node, i, next[i], Holdings.to(move), gaps, earliest, last);
            }
        }
        if (end != null) {
            long last = end.over().latest().toEpochDay();
            step.happens(node, THE_END, group, holdings.over(node.holding), node.gaps, over, last);
        }
    }

    private static long over(Node node, End end) {
        long earliest = end.over().earliest().toEpochDay();
        long nextDay = Moment.day(node.earliest) + 1;
        return Moment.notBefore(node.earliest, end.isNextDay() ? Math.max(earliest, nextDay) : earliest, Moment.OVER);
    }

    private void everyStepBack(Group group) {
        Step back = (node, taken, to, holding, gaps, earliest, last) -> {
            Node child = to.get(holding, gaps);
            if (child.counts()) {
                long latest = Moment.notAfter(child.latest, last, taken + 1);
                if (latest >= earliest) {
                    node.latest = Math.max(node.latest, latest);
                    boolean isSameDay = taken != THE_END && isForOneDay(node.holding);
                    node.lasts = isSameDay ? node.lasts : Math.max(node.lasts, latest);
                }
            }
        };
        Group[] next = new Group[entries.size()];
        everyStep(group, group.settled, next, any -> true, back);
        everyStep(group, group.pending, next, any -> true, back);
    }

    /** Every step of a reading that counts, none before those that lead to it. */
    private void everyStepThatCounts(Taken taken) {
        for (List<Group> step : steps) {
            for (Group group : step) {
                everyStep(group, Node::counts, (node, what, to, holding, gaps, earliest, last) -> {
                    Node child = to.get(holding, gaps);
                    if (child.counts() && Moment.notAfter(child.latest, last, what + 1) >= earliest) {
                        taken.by(node, what, child);
                    }
                });
            }
        }
    }

    private Group group(long happened) {
        return groups.computeIfAbsent(happened, unknown -> {
            Group group = new Group(happened);
            steps.get(Long.bitCount(happened)).add(group);
            return group;
        });
    }

    /** Whether what comes next comes on the day on which the value began, or on the next. */
    private boolean isForOneDay(int holding) {
        End end = endHere(holding);
        return end != null && end.isNextDay();
    }

    /** The end of a holding, where it comes within this overlap unless something else does before; null otherwise. */
    private @Nullable End endHere(int holding) {
        End end = holdings.get(holding).end();
        return end != null && end.over().earliest().toEpochDay() <= lastDay ? end : null;
    }

    /** Readings in which the same has happened, the same is held, and as many gaps are left. */
    private static final class Node {
        final int holding;
        final int gaps;
        long earliest;
        long latest = Moment.NONE;

        /** The latest moment at which a reading leaves it that was there at the end of a day. */
        long lasts = Moment.NONE;

        /** What is told of the value held or lapsed: its bits in the {@link Tale}. */
        long episodes;

        Node(int holding, int gaps, long earliest) {
            this.holding = holding;
            this.gaps = gaps;
            this.earliest = earliest;
        }

        boolean counts() {
            return latest != Moment.NONE;
        }
    }

    /** The nodes in which the same has happened: first those with an end to come, which lead to some of the others. */
    private final class Group {
        final long happened;
        final List<Node> pending = new ArrayList<>(0);
        final List<Node> settled = new ArrayList<>();
        private Node[] table = new Node[4];

        Group(long happened) {
            this.happened = happened;
        }

        boolean has(int entry) {
            return (happened & 1L << entry) != 0;
        }

        Node get(int holding, int gaps) {
            return Objects.requireNonNull(table[place(holding, gaps)]);
        }

        Node reach(int holding, int gaps, long moment) {
            int place = place(holding, gaps);
            Node node = table[place];
            if (node == null) {
                node = new Node(holding, gaps, moment);
                table[place] = node;
                (endHere(holding) == null ? settled : pending).add(node);
                size++;
                if (2 * (pending.size() + settled.size()) > table.length) {
                    grow();
                }
            }
            node.earliest = Math.min(node.earliest, moment);
            return node;
        }

        private int place(int holding, int gaps) {
            int mask = table.length - 1;
            int place = (((holding * 0x9E3779B9) >>> 16) + gaps) & mask;
            while (table[place] != null && (table[place].holding != holding || table[place].gaps != gaps)) {
                place = (place + 1) & mask;
            }
            return place;
        }

        private void grow() {
            Node[] all = table;
            table = new Node[2 * all.length];
            for (Node node : all) {
                if (node != null) {
                    table[place(node.holding, node.gaps)] = node;
                }
            }
        }
    }

    /** More readings than can be told apart. */
    static final class TooManyReadings extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
