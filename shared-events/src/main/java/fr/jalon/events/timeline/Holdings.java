package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holdings by number, the values held by number, and what each entry makes of each holding: each worked out once. */
final class Holdings {
    /** The move of an entry that finds nothing it could change or end. */
    static final int VOID = -1;

    /** The number of no value. */
    static final int NO_VALUE = -1;

    private static final int UNKNOWN = -2;

    private final List<Transition> entries;

    private final List<Holding> all = new ArrayList<>();
    private final Map<Holding, Integer> numbers = new HashMap<>();
    private final List<int[]> moves = new ArrayList<>();
    private final List<Integer> valueOf = new ArrayList<>();
    private final List<Map<String, Object>> values = new ArrayList<>();
    private final Map<Map<String, Object>, Integer> valueNumbers = new HashMap<>();

    Holdings(List<Transition> entries) {
        this.entries = entries;
    }

    /** The number of the holding to which a move leads. */
    static int to(int move) {
        return move >> 1;
    }

    static boolean leavesGap(int move) {
        return (move & 1) != 0;
    }

    Holding get(int number) {
        return all.get(number);
    }

    int number(Holding holding) {
        Integer known = numbers.get(holding);
        if (known != null) {
            return known;
        }
        numbers.put(holding, all.size());
        all.add(holding);
        int[] none = new int[entries.size() + 1];
        Arrays.fill(none, UNKNOWN);
        moves.add(none);
        Map<String, Object> held = holding.held();
        valueOf.add(held == null ? NO_VALUE : value(held));
        return all.size() - 1;
    }

    /** The number of the value held. */
    int value(int holding) {
        return valueOf.get(holding);
    }

    /** The value of this number; null for none. */
    @Nullable
    Map<String, Object> held(int value) {
        return value == NO_VALUE ? null : values.get(value);
    }

    private int value(Map<String, Object> held) {
        Integer known = valueNumbers.putIfAbsent(held, values.size());
        if (known == null) {
            values.add(held);
        }
        return known == null ? values.size() - 1 : known;
    }

    /** What an entry makes of a holding: {@link #VOID}, or where it leads and whether it leaves a gap. */
    int move(int holding, int entry) {
        int[] known = moves.get(holding);
        if (known[entry] == UNKNOWN) {
            Holding before = all.get(holding);
            Holding after = before.after(entries.get(entry));
            known[entry] = after == null ? VOID : 2 * number(after) + (before.leavesGap(entries.get(entry)) ? 1 : 0);
        }
        return known[entry];
    }

    /** The number of what is left of a holding once its end has come. */
    int over(int holding) {
        int[] known = moves.get(holding);
        int end = entries.size();
        if (known[end] == UNKNOWN) {
            known[end] = number(all.get(holding).over());
        }
        return known[end];
    }
}
