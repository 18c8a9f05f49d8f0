package fr.jalon.answers;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.events.register.Register;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.timeline.Span;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        List<Fact> visible = register.subjects().stream()
                .flatMap(subject -> register.spans(subject).stream())
                .filter(span -> span.possible().contains(asOf.day()))
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
        List<Fact> facts = named(visible, names, true);
        List<Fact> outlook = named(visible, names, false);
        return new RegisterState(
                territory, names.get(Names.of("territory", territory)), asOf, position, facts, outlook);
    }

    private static List<Fact> named(List<Fact> visible, Map<Subject, String> names, boolean facts) {
        return visible.stream()
                .filter(fact -> facts
                        ? fact.subject().kind() instanceof FactKind
                        : fact.subject().kind() == CompanionKind.OUTLOOK)
                .sorted(ORDER)
                .map(fact -> withNames(fact, names))
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
        return Collections.unmodifiableList(facts);
    }

    private static boolean isAlike(Fact one, Fact other) {
        return one.subject().equals(other.subject())
                && Objects.equals(one.since(), other.since())
                && one.entries().equals(other.entries());
    }

    private static Fact fact(Span span, AsOf asOf) {
        boolean certain = span.certain() != null && span.certain().contains(asOf.day());
        return new Fact(
                span.subject(),
                EntryJson.nameless(span.value()),
                certain ? Certainty.CERTAIN : Certainty.POSSIBLE,
                span.since(),
                span.until(),
                span.entries(),
                span.contested());
    }

    private static Fact withNames(Fact fact, Map<Subject, String> names) {
        return new Fact(
                fact.subject(),
                Names.named(fact.value(), names),
                fact.certainty(),
                fact.since(),
                fact.until(),
                fact.entries(),
                fact.contested());
    }
}
