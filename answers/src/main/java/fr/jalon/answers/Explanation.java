package fr.jalon.answers;

import fr.jalon.events.entry.Thing;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Register;
import fr.jalon.events.why.Why;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a subject is told to be so on a day: {@link Why} with the names that things have (<i>pourquoi</i>).
 *
 * @param values those that it has or may have; empty where it has none
 * @param entries the entries that this rests on: any of them left out, it would be told otherwise
 * @param doubts the days that nobody knows and that leave it open
 */
public record Explanation(List<Fact> values, List<UUID> entries, List<OpenDay> doubts) {
    /** @param sight what its reader may see */
    public static Explanation of(String territory, Register register, AsOf asOf, Subject subject, Sight sight) {
        Why why = Why.of(register.timeline(subject), asOf.day());
        Map<Subject, String> names = register.names();
        Set<Subject> asked = new HashSet<>(names.keySet());
        asked.add(subject);
        UnaryOperator<ObjectNode> eyes = value -> sight.of(territory, value, any -> givers(register, subject));
        return new Explanation(
                RegisterState.of(territory, register, asOf, asked).facts().stream()
                        .map(fact -> fact.seen(eyes))
                        .toList(),
                why.entries().stream().flatMap(entry -> entry.told().stream()).toList(),
                why.doubts().stream()
                        .map(doubt -> OpenDay.of(doubt, names, eyes))
                        .toList());
    }

    private static Set<String> givers(Register register, Subject subject) {
        return register.timeline(subject).entries().stream()
                .map(told -> told.attributes().get("funder"))
                .filter(Thing.class::isInstance)
                .map(funder -> ((Thing) funder).id().text())
                .collect(Collectors.toSet());
    }
}
