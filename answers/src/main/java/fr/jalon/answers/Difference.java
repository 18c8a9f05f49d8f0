package fr.jalon.answers;

import fr.jalon.events.meaning.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What differs between two states of one territory: on two days, or as known at two instants (<i>différence</i>).
 * Announcements are compared like facts.
 */
public record Difference(List<Change> began, List<Change> ended, List<Change> changed) {
    /** Along which axis two states are compared. */
    public enum Axis {
        /** Two days of the world, as known at one instant. */
        WORLD,
        /** One day, as known at two instants. */
        KNOWLEDGE
    }

    /** One subject's values before and after; one of the two is empty where it began or ended. */
    public record Change(Subject subject, List<Fact> before, List<Fact> after) {}

    public static Difference between(RegisterState before, RegisterState after) {
        Map<Subject, List<Fact>> old = bySubject(before);
        Map<Subject, List<Fact>> now = bySubject(after);
        Map<Subject, List<Fact>> all = new TreeMap<>(old);
        all.putAll(now);
        Difference difference = new Difference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        all.keySet()
                .forEach(subject -> difference.add(new Change(
                        subject, old.getOrDefault(subject, List.of()), now.getOrDefault(subject, List.of()))));
        return difference;
    }

    private void add(Change change) {
        if (change.before.isEmpty()) {
            began.add(change);
        } else if (change.after.isEmpty()) {
            ended.add(change);
        } else if (!shown(change.before).equals(shown(change.after))) {
            changed.add(change);
        }
    }

    private static Map<Subject, List<Fact>> bySubject(RegisterState state) {
        Map<Subject, List<Fact>> bySubject = new TreeMap<>();
        Stream.concat(state.facts().stream(), state.outlook().stream())
                .forEach(fact -> bySubject
                        .computeIfAbsent(fact.subject(), none -> new ArrayList<>())
                        .add(fact));
        return bySubject;
    }

    /**
     * What a reader would call the same: values, how certain they are and that there is one, when they begin and end,
     * and who contests them.
     */
    private static Set<ObjectNode> shown(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.value()
                        .deepCopy()
                        .put("#certainty", fact.certainty().code())
                        .put("#held", fact.held().code())
                        .put("#since", fact.since())
                        .put("#until", fact.until())
                        .put("#contested", fact.contested()))
                .collect(Collectors.toSet());
    }
}
