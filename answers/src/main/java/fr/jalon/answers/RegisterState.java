package fr.jalon.answers;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.timeline.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A territory's state on a day, as its register knows it (<i>état</i>).
 *
 * @param name what the territory is called; null while nobody said
 * @param position the register's last position the answer rests on
 * @param facts by subject, in the vocabulary's order, then by key and beginning
 * @param outlook what is announced and has not come, in the order of its entries' ids
 */
public record RegisterState(
        String territory, @Nullable String name, AsOf asOf, long position, List<Fact> facts, List<Fact> outlook) {
    private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::subject);

    /** By what an answer shows alone, so that a read model can sort alike. */
    private static final Comparator<Span> BEGINNINGS = Comparator.comparing(
                    (Span span) -> span.possible().from())
            .thenComparing(span -> span.possible().to())
            .thenComparing(Span::since, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(span -> span.entries().stream().map(UUID::toString).collect(Collectors.joining(",")));

    /** The state that a register gives by itself, without any read model. */
    public static RegisterState of(String territory, Register register, AsOf asOf) {
        return of(territory, register, asOf, register.subjects());
    }

    /** The same of some subjects alone, names among them. */
    static RegisterState of(String territory, Register register, AsOf asOf, Collection<Subject> subjects) {
        List<Fact> visible = subjects.stream()
                .flatMap(subject -> register.spansOn(asOf.day(), subject).stream())
                .sorted(BEGINNINGS)
                .map(span -> fact(span, asOf))
                .toList();
        return of(territory, asOf, register.position(), visible);
    }

    /**
     * The state made of what is visible on the day: facts, outlook and names together, facts of one subject in the
     * order of their beginnings.
     */
    public static RegisterState of(String territory, AsOf asOf, long position, List<Fact> visible) {
        Map<Subject, String> names = new HashMap<>();
        visible.stream()
                .filter(fact -> fact.subject().kind() == CompanionKind.NAME)
                .forEach(fact ->
                        names.put(fact.subject(), fact.value().get("name").stringValue()));
        return of(territory, asOf, position, visible, names);
    }

    /**
     * The same where names were found by themselves.
     *
     * @param names at least those of what is visible, and of the territory
     */
    public static RegisterState of(
            String territory, AsOf asOf, long position, List<Fact> visible, Map<Subject, String> names) {
        List<Fact> facts = named(visible, names, true);
        List<Fact> outlook = named(visible, names, false);
        return new RegisterState(
                territory, names.get(Names.of("territory", territory)), asOf, position, facts, outlook);
    }

    /** Its facts: of each subject all the values that it has or may have. */
    public Collection<List<Fact>> bySubject() {
        Map<Subject, List<Fact>> bySubject = new LinkedHashMap<>();
        facts.forEach(fact -> bySubject
                .computeIfAbsent(fact.subject(), first -> new ArrayList<>(1))
                .add(fact));
        return bySubject.values();
    }

    private static List<Fact> named(List<Fact> visible, Map<Subject, String> names, boolean facts) {
        return visible.stream()
                .filter(fact -> facts
                        ? fact.subject().kind() instanceof FactKind
                        : fact.subject().kind() == CompanionKind.OUTLOOK)
                .sorted(ORDER)
                .map(fact -> fact.with(Names.named(fact.value(), names)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), RegisterState::inOneOrder));
    }

    /**
     * Values of one subject with the same beginning and grounds, which only differ in themselves, are ordered by what
     * they say.
     */
    private static List<Fact> inOneOrder(List<Fact> facts) {
        int first = 0;
        for (int next = 1; next <= facts.size(); next++) {
            if (next == facts.size() || !isAlike(facts.get(first), facts.get(next))) {
                if (next - first > 1) {
                    facts.subList(first, next).sort(Comparator.comparing(fact -> Json.sorted(fact.value())));
                }
                first = next;
            }
        }
        return among(facts);
    }

    /** Where a subject has some value for certain and nobody knows which, each says which ones it may be. */
    private static List<Fact> among(List<Fact> facts) {
        Map<Subject, List<ObjectNode>> values = new HashMap<>();
        facts.forEach(fact -> values.computeIfAbsent(fact.subject(), first -> new ArrayList<>(1))
                .add(fact.value()));
        return facts.stream()
                .map(fact -> fact.isAmongSeveral() ? fact.among(List.copyOf(values.get(fact.subject()))) : fact)
                .toList();
    }

    private static boolean isAlike(Fact one, Fact other) {
        return one.subject().equals(other.subject())
                && Objects.equals(one.since(), other.since())
                && one.entries().equals(other.entries());
    }

    private static Fact fact(Span span, AsOf asOf) {
        return Fact.of(
                span.subject(),
                EntryJson.nameless(span.value()),
                certainty(span.certain(), asOf),
                certainty(span.held(), asOf),
                span.since(),
                span.until(),
                span.entries(),
                span.contested());
    }

    private static Certainty certainty(@Nullable DayRange certain, AsOf asOf) {
        return certain != null && certain.contains(asOf.day()) ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }
}
