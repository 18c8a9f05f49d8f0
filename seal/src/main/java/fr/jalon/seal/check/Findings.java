package fr.jalon.seal.check;

import fr.jalon.seal.check.Finding.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What checks found, in the order found: so many of each kind, so that a thousand faults of one kind hide none of
 * another.
 */
public final class Findings {
    private static final int ENOUGH = 100;

    private final List<Finding> found = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    void add(Finding finding) {
        if (counts.merge(finding.kind(), 1, Integer::sum) <= ENOUGH) {
            found.add(finding);
        }
    }

    void addAll(Findings others) {
        others.found.forEach(this::add);
        others.counts.forEach((kind, count) -> counts.merge(kind, Math.max(0, count - ENOUGH), Integer::sum));
    }

    void add(Kind kind, String detail) {
        add(Finding.of(kind, detail));
    }

    /** Those kept, and how many more there are of a kind. */
    public List<Finding> all() {
        List<Finding> all = new ArrayList<>(found);
        counts.forEach((kind, count) -> {
            if (count > ENOUGH) {
                all.add(Finding.of(kind, "and " + (count - ENOUGH) + " more of this kind"));
            }
        });
        return List.copyOf(all);
    }
}
