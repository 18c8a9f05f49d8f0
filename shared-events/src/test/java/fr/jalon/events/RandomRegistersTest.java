package fr.jalon.events;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.Status;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.register.NaiveRegister;
import fr.jalon.events.register.Recorded;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is drawn at random leaves nothing out. */
class RandomRegistersTest {
    private static final String DAYS = "\\d{4}(?:-\\d\\d){0,2}";
    private static final String POINT = "(?:" + DAYS + "|\\[.*])";
    private static final List<Pattern> FORMS = Stream.of(
                    "\\d{4}-\\d\\d-\\d\\d",
                    "\\d{4}-\\d\\d",
                    "\\d{4}",
                    "\\[\\.\\." + DAYS + "]",
                    "\\[" + DAYS + "\\.\\.]",
                    "\\[" + DAYS + "\\.\\." + DAYS + "]",
                    POINT + "/" + POINT,
                    POINT + "/\\.\\.",
                    POINT + "/P\\d[DM]")
            .map(Pattern::compile)
            .toList();

    @Test
    void every_type_of_entry_is_drawn_in_every_status_and_form_of_date() {
        Set<EntryType> types = new HashSet<>();
        Set<Status> statuses = EnumSet.noneOf(Status.class);
        Set<String> forms = new TreeSet<>();
        for (long seed = 1; seed <= 300; seed++) {
            for (Recorded recorded : RandomRegisters.ofFewDays(seed, "marseille", 16)) {
                Entry entry = recorded.entry();
                types.add(EntryType.of(entry));
                statuses.add(entry.header().status());
                FORMS.stream()
                        .filter(form -> entry.effective() != null
                                && form.matcher(entry.effective().text()).matches())
                        .forEach(form -> forms.add(form.pattern()));
            }
        }
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(EntryType.all().stream()
                        .filter(type -> !type.isKeeping())
                        .toList());
        assertThat(statuses).containsExactly(Status.values());
        assertThat(forms)
                .containsExactlyInAnyOrderElementsOf(
                        FORMS.stream().map(Pattern::pattern).toList());
    }

    @Test
    void every_kind_of_subject_moves() {
        assertThat(RandomRegisters.kinds())
                .containsExactlyElementsOf(Stream.of(FactKind.values()).toList());
        for (FactKind kind : RandomRegisters.kinds()) {
            List<Recorded> entries = RandomRegisters.ofOneSubject(7, kind, 5);

            assertThat(entries).hasSize(5);
            assertThat(entries.stream()
                            .map(each -> Objects.requireNonNull(Meaning.of((WorldEntry) each.entry()))
                                    .subject())
                            .distinct())
                    .singleElement()
                    .satisfies(subject -> assertThat(subject.kind()).isEqualTo(kind));
        }
    }

    @Test
    void the_same_seed_draws_the_same_register() {
        assertThat(RandomRegisters.ofFewDays(5, "marseille", 16))
                .isEqualTo(RandomRegisters.ofFewDays(5, "marseille", 16))
                .isNotEqualTo(RandomRegisters.ofFewDays(6, "marseille", 16));
    }

    @Test
    void whatever_is_drawn_is_read_again() {
        for (long seed = 1; seed <= 100; seed++) {
            for (Recorded recorded : RandomRegisters.of(seed, "marseille", 25)) {
                assertThat(EntryJson.read(EntryJson.write(recorded.entry())))
                        .as("seed %d", seed)
                        .isEqualTo(recorded.entry());
            }
        }
    }

    @Test
    void what_is_accepted_keeps_a_reading_whatever_comes_after() {
        int[] corrections = {0};
        RandomRegisters.seeds().forEach(seed -> {
            List<Recorded> accepted = RandomRegisters.accepted(seed, "marseille", 12);
            IntStream.rangeClosed(1, accepted.size()).forEach(known -> {
                NaiveRegister register = NaiveRegister.of(accepted.subList(0, known));
                assertThat(register.subjects())
                        .as("seed %d, known through %d", seed, known)
                        .allSatisfy(subject -> assertThat(register.readings(subject, RandomDays.FEW)
                                        .hasReading())
                                .isTrue());
            });
            corrections[0] += (int) accepted.stream()
                    .map(Recorded::entry)
                    .filter(entry -> entry instanceof RegisterEntry.EntryCorrected)
                    .count();
        });
        assertThat(corrections[0]).isPositive();
    }
}
