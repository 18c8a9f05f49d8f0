package fr.jalon.events.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomRegisters;
import fr.jalon.events.timeline.Span;
import fr.jalon.events.timeline.Subject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fold against a naive reading of the specification, on random registers; a failure names its seed. */
class RegisterAgainstItsSpecificationTest {
    private static final int REGISTERS = Integer.getInteger("jalon.registers", 400);
    private static final long MOST_READINGS = 2_000;
    private static final long FIRST_SEED = 20_230_126;

    @Test
    void any_state_of_any_register_is_as_specified() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + REGISTERS; seed++) {
            Random random = new Random(seed);
            List<Recorded> entries = readable(RandomRegisters.of(seed, "marseille", 3 + random.nextInt(14)));
            for (int question = 0; question < 4; question++) {
                LocalDate day = LocalDate.of(2019, 12, 1).plusDays(random.nextInt(4 * 365));
                List<Recorded> known = entries.subList(0, 1 + random.nextInt(entries.size()));

                RegisterState state = RegisterState.of("marseille", Register.of(known), new AsOf(day));

                assertThat(NaiveRegister.lines(state))
                        .as("seed %d, as of %s, known at position %d", seed, day, known.size())
                        .isEqualTo(NaiveRegister.state(known, day));
            }
        }
    }

    @Test
    void what_an_entry_does_not_touch_stays_as_it_was() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + REGISTERS / 4; seed++) {
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

    /** Of these entries those that leave every subject a reading, and no subject so many that they could not all be tried. */
    private static List<Recorded> readable(List<Recorded> drawn) {
        Register register = Register.empty();
        for (Recorded each : drawn) {
            Recorded next = new Recorded(register.position() + 1, each.recordedAt(), each.entry());
            Register with = register.with(next);
            List<Recorded> entries = with.entries();
            boolean isReadable = with.subjects().stream()
                    .filter(subject -> subject.kind().isFact())
                    .allMatch(subject -> with.timeline(subject).hasReading());
            if (isReadable && NaiveRegister.of(entries).cost(List.of()) <= MOST_READINGS) {
                register = with;
            }
        }
        return register.entries();
    }

    private static Map<Subject, List<Span>> spans(Register register, Set<Subject> subjects) {
        return subjects.stream().collect(Collectors.toMap(subject -> subject, register::spans));
    }
}
