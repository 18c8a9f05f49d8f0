package fr.jalon.answers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomDays;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.NaiveRegister;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.timeline.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fold against a naive reading of the specification, on random registers; a failure names its seed. */
class RegisterAgainstItsSpecificationTest {
    @Test
    void any_state_of_any_register_is_as_specified() {
        RandomRegisters.seeds().forEach(seed -> {
            Random random = new Random(seed);
            List<Recorded> entries = RandomRegisters.accepted(seed, "marseille", 4 + random.nextInt(20));
            for (int question = 0; question < 4; question++) {
                LocalDate day = RandomDays.FEW.getFirst().plusDays(random.nextInt(9) - 2);
                List<Recorded> known = entries.subList(0, 1 + random.nextInt(entries.size()));

                RegisterState state = RegisterState.of("marseille", Register.of(known), new AsOf(day));

                assertThat(lines(state))
                        .as("seed %d, as of %s, known at position %d", seed, day, known.size())
                        .isEqualTo(NaiveRegister.of(known).state(day));
            }
        });
    }

    @Test
    void any_state_of_a_register_that_was_accepted_is_as_specified() {
        RandomRegisters.seeds().forEach(seed -> {
            Random random = new Random(seed);
            List<Recorded> entries = RandomRegisters.accepted(seed, "marseille", 3 + random.nextInt(14));
            for (int question = 0; question < 4; question++) {
                LocalDate day = RandomDays.FEW.getFirst().minusDays(1).plusDays(random.nextInt(7));
                List<Recorded> known = entries.subList(0, 1 + random.nextInt(entries.size()));

                RegisterState state = RegisterState.of("marseille", Register.of(known), new AsOf(day));

                assertThat(lines(state))
                        .as("seed %d, as of %s, known at position %d", seed, day, known.size())
                        .isEqualTo(NaiveRegister.of(known).state(day));
            }
        });
    }

    @Test
    void what_an_entry_does_not_touch_stays_as_it_was() {
        for (long seed = 1; seed <= 200; seed++) {
            Register before = Register.empty();
            for (Recorded entry : RandomRegisters.of(seed, "marseille", 16)) {
                Register after = before.with(entry);
                Set<Subject> untouched = new HashSet<>(after.subjects());
                untouched.addAll(before.subjects());
                untouched.removeAll(after.touchedSince(before));
                assertThat(spans(after, untouched))
                        .as("seed %d, position %d", seed, after.position())
                        .isEqualTo(spans(before, untouched));
                before = after;
            }
        }
    }

    private static Map<Subject, List<Span>> spans(Register register, Set<Subject> subjects) {
        return subjects.stream().collect(Collectors.toMap(subject -> subject, register::spans));
    }

    /** A line for each fact and for each item of the outlook, as the naive register writes them. */
    private static List<String> lines(RegisterState state) {
        List<String> lines = new ArrayList<>();
        state.facts()
                .forEach(fact -> lines.add(fact.subject() + " " + NaiveRegister.sorted(fact.value()) + " "
                        + fact.certainty().code()
                        + NaiveRegister.line(fact.held() == Certainty.CERTAIN, among(fact))));
        state.outlook()
                .forEach(fact -> lines.add("outlook " + fact.subject().key() + " " + NaiveRegister.sorted(fact.value())
                        + " " + fact.since() + " " + fact.contested()));
        Collections.sort(lines);
        return lines;
    }

    private static List<String> among(Fact fact) {
        return fact.among().stream().map(NaiveRegister::sorted).sorted().toList();
    }
}
